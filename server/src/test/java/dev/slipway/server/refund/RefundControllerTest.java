package dev.slipway.server.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.TokenTransfer;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.RefundReason;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
class RefundControllerTest {
    private static final Address TOKEN = new Address("0x" + "70".repeat(20));
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final ApiClient api;
    private final SignIn signIn;
    private final Author author;
    private final RefundBook book;
    private final JdbcClient database;

    @Autowired
    RefundControllerTest(
            @LocalServerPort int port, EthereumSignatures signatures, RefundBook book, JdbcClient database) {
        this.api = new ApiClient(port);
        this.signIn = new SignIn(api, port, signatures);
        this.author = new Author(signatures);
        this.book = book;
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/operator/refunds", "/api/operator/payments/unmatched"})
    void onlyTheOperatorSeesWhatIsOwed(String path) throws Exception {
        HttpResponse<String> nobody = api.get(path);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(ApiClient.problem(nobody).code()).isEqualTo(ProblemCode.UNAUTHORIZED);

        SignatureReply signed = api.signed(author, api.draft(author));
        assertThat(api.get(path, signed.grant()).statusCode()).as("a grant").isEqualTo(401);

        HttpResponse<String> creator = api.get(path, signIn.with(OperatorKey.generate(new SecureRandom())));
        assertThat(creator.statusCode()).isEqualTo(403);
        assertThat(ApiClient.problem(creator).code()).isEqualTo(ProblemCode.FORBIDDEN);

        HttpResponse<String> operator = api.get(path, signIn.with(SignIn.SECOND));
        assertThat(operator.statusCode()).isEqualTo(200);
        assertThat(operator.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void onlyTheOperatorTellsOfAReturnAndOnlyOfOneThatIsOwed() throws Exception {
        SignatureReply signed = api.signed(author, api.draft(author));
        String path = "/api/operator/refunds/" + signed.reference() + "/returns";
        assertThat(tell(path, null).statusCode()).isEqualTo(401);
        assertThat(tell(path, signIn.with(OperatorKey.generate(new SecureRandom())))
                        .statusCode())
                .isEqualTo(403);
        String operator = signIn.with(SignIn.SECOND);
        assertThat(ApiClient.problem(tell(path, operator)).code()).isEqualTo(ProblemCode.WRONG_STATE);
        book.save(signed.reference(), List.of(refund(null, 255, 0)), NOW);
        assertThat(ApiClient.problem(tell(path, operator)).code())
                .as("the node knows no such transaction")
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(ApiClient.problem(tell("/api/operator/refunds/" + transaction(5) + "/returns", operator))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    private HttpResponse<String> tell(String path, @Nullable String token) throws Exception {
        HttpRequest.Builder request = api.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.STRICT.writeValueAsString(new ReturnClaim(transaction(0x99)))));
        return api.send((token == null ? request : request.header("Authorization", "Bearer " + token)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "limit=0", "limit=501", "after=x"})
    void whatIsNoQuestionIsRefused(String query) throws Exception {
        HttpResponse<String> answer = api.get("/api/operator/refunds?" + query, signIn.with(SignIn.SECOND));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ApiClient.problem(answer).code()).isEqualTo(ProblemCode.BAD_REQUEST);
    }

    @Test
    void anEntryHasTheTransactionToSignExactlyAsItIs() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureReply signed = api.signed(author, draft);
        book.save(signed.reference(), List.of(refund(null, 255, 0), refund(TOKEN, 16, 0)), NOW);

        List<OperatorRefund> owed = mine(signed.reference(), "state=owed");

        assertThat(owed)
                .extracting(OperatorRefund::transaction)
                .containsExactly(
                        new RefundTransaction(
                                "0x7a69",
                                author.address(),
                                "0xff",
                                signed.reference().hex()),
                        new RefundTransaction(
                                "0x7a69",
                                TOKEN,
                                "0x0",
                                new TokenTransfer(author.address(), BigInteger.valueOf(16), signed.reference())
                                        .input()));
        assertThat(owed.getFirst().refundTo()).isEqualTo(author.address());
        assertThat(owed.getFirst().title()).isEqualTo("A ship");
        assertThat(owed.getFirst().since()).isEqualTo(NOW);
        assertThat(owed.getFirst().publicationId()).isEqualTo(draft.id());
    }

    @Test
    void anEntryTellsThatAnAppealIsOpen() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureReply signed = api.signed(author, draft);
        book.save(signed.reference(), List.of(refund(null, 255, 0)), NOW);
        assertThat(mine(signed.reference(), "state=owed").getFirst().appealed()).isFalse();
        database.sql("insert into review_case (publication_id, kind, opened_at) values (:id, 'appeal', now())")
                .param("id", draft.id().uuid())
                .update();
        assertThat(mine(signed.reference(), "state=owed").getFirst().appealed()).isTrue();
        database.sql("update review_case set closed_at = now(), outcome = 'dismiss' where publication_id = :id")
                .param("id", draft.id().uuid())
                .update();
        assertThat(mine(signed.reference(), "state=owed").getFirst().appealed()).isFalse();
    }

    @Test
    void whatWasReturnedMovesToTheOtherListAndTheAuthorIsTold() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureReply signed = api.signed(author, draft);
        book.save(signed.reference(), List.of(refund(null, 255, 0)), NOW);
        book.save(signed.reference(), List.of(refund(null, 0, 255)), NOW.plusSeconds(60));

        assertThat(mine(signed.reference(), "state=owed")).isEmpty();
        List<OperatorRefund> returned = mine(signed.reference(), "state=returned");
        assertThat(returned).hasSize(1);
        assertThat(returned.getFirst().transaction()).isNull();
        assertThat(returned.getFirst().returns()).containsExactly(transaction(255));
        assertThat(returned.getFirst().since()).isEqualTo(NOW);
        PublicationStatus status = Json.STRICT.readValue(
                api.get("/api/publications/" + draft.id(), signed.grant()).body(), PublicationStatus.class);
        assertThat(Objects.requireNonNull(status.payment()).refunds())
                .containsExactly(
                        new PublicationStatus.Refund(null, "0", "255", RefundReason.OVER, List.of(transaction(255))));

        book.save(signed.reference(), List.of(refund(null, 5, 250)), NOW.plusSeconds(120));
        assertThat(mine(signed.reference(), "state=owed").getFirst().since())
                .as("owed again")
                .isEqualTo(NOW.plusSeconds(120));
        book.save(signed.reference(), List.of(), NOW.plusSeconds(180));
        assertThat(mine(signed.reference(), "state=owed")).isEmpty();
    }

    @Test
    void theListIsReadByPages() throws Exception {
        SignatureReply first = api.signed(author, api.draft(author));
        SignatureReply second = api.signed(author, api.draft(author));
        book.save(first.reference(), List.of(refund(null, 1, 0)), NOW);
        book.save(second.reference(), List.of(refund(null, 2, 0)), NOW);
        long before = mine(first.reference(), "state=owed").getFirst().id() - 1;

        OperatorRefunds page = page("state=owed&limit=1&after=" + before);
        assertThat(page.refunds()).extracting(OperatorRefund::reference).containsExactly(first.reference());
        assertThat(page.next()).isNotNull();
        assertThat(page("state=owed&limit=1&after=" + page.next()).refunds())
                .extracting(OperatorRefund::reference)
                .containsExactly(second.reference());
        assertThat(page("state=owed&limit=500&after=" + before).next()).isNull();
    }

    @Test
    void aPaymentThatNobodySignedForIsListedWithItsPayer() throws Exception {
        database.sql("""
                        insert into payment_credit (chain_id, transaction_hash, log_index, reference, payer, recipient,
                            amount, succeeded, block_number, block_hash, block_time)
                        values (31337, :hash, -1, :reference, :payer, :payer, 42, true, 900, :hash, now())""")
                .param("hash", transaction(0x77).hex())
                .param("reference", transaction(0x78).hex())
                .param("payer", TOKEN.hex())
                .update();
        UnmatchedPayment[] unmatched = Json.STRICT.readValue(
                api.get("/api/operator/payments/unmatched", signIn.with(SignIn.SECOND))
                        .body(),
                UnmatchedPayment[].class);
        assertThat(unmatched).hasSize(1);
        assertThat(unmatched[0].payer()).isEqualTo(TOKEN);
        assertThat(unmatched[0].amount()).isEqualTo("42");
    }

    private List<OperatorRefund> mine(Bytes32 reference, String query) throws Exception {
        return page(query + "&limit=500").refunds().stream()
                .filter(refund -> refund.reference().equals(reference))
                .toList();
    }

    private OperatorRefunds page(String query) throws Exception {
        String body = api.get("/api/operator/refunds?" + query, signIn.with(SignIn.SECOND))
                .body();
        return Json.STRICT.readValue(body, OperatorRefunds.class);
    }

    private static Refund refund(@Nullable Address token, long owed, long returned) {
        return new Refund(
                token,
                BigInteger.valueOf(owed),
                BigInteger.valueOf(returned),
                RefundReason.OVER,
                returned == 0 ? List.of() : List.of(transaction(returned)));
    }

    private static Bytes32 transaction(long number) {
        return new Bytes32("0x%064x".formatted(number));
    }
}
