package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentReceipt;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.ReceiptReply;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.signing.ReceiptMessage;
import dev.slipway.model.terms.OperatorReply;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
class ReceiptControllerTest {
    private final OperatorKey key = OperatorKey.generate(new SecureRandom());
    private final EthereumSignatures signatures;
    private final Publications publications;
    private final ChainEndpoint chain;
    private final ApiClient api;
    private final SignIn signIn;
    private final Author author;

    @Autowired
    ReceiptControllerTest(
            @LocalServerPort int port, EthereumSignatures signatures, Publications publications, ChainEndpoint chain) {
        this.signatures = signatures;
        this.publications = publications;
        this.chain = chain;
        this.api = new ApiClient(port);
        this.signIn = new SignIn(api, port, signatures);
        this.author = new Author(signatures, key, key.address());
    }

    @Test
    void aReceiptSaysWhatWasPaidAndIsSignedByTheOperator() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureReply signed = api.signed(author, draft);
        BigInteger price = new BigInteger(draft.terms().price());
        Bytes32 hash;
        try (TestWallet wallet = TestWallet.account(6, chain.rpc())) {
            hash = wallet.pay(draft.terms().recipient(), price, signed.reference());
        }
        Await.until(
                "the payment confirmed",
                () -> publications.find(draft.id()).orElseThrow().payment().state(),
                PaymentState.CONFIRMED::equals);

        ReceiptReply reply = receipt(draft, signed.grant());
        PaymentReceipt receipt = reply.receipt();
        OperatorReply operator = Json.STRICT.readValue(api.get("/api/operator").body(), OperatorReply.class);
        ReceiptMessage message = new ReceiptMessage(draft.id(), receipt.hash());
        assertThat(signatures.recover(
                        signatures.digest(message.typedData(draft.terms().chainId())), reply.signature()))
                .contains(operator.address());
        assertThat(receipt.termsHash()).isEqualTo(draft.terms().hash());
        assertThat(receipt.price()).isEqualTo(price.toString());
        assertThat(receipt.checkFee()).isEqualTo("0");
        assertThat(receipt.state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(receipt.credits())
                .extracting(PaymentReceipt.Movement::transactionHash)
                .containsExactly(hash);
        assertThat(receipt.credits())
                .extracting(PaymentReceipt.Movement::amount)
                .containsExactly(price.toString());
        assertThat(receipt.returns()).isEmpty();
    }

    @Test
    void theAuthorAndTheOperatorSeeItSignedIn() throws Exception {
        DraftReply draft = api.draft(author);
        api.signed(author, draft);
        assertThat(receipt(draft, signIn.with(key)).receipt().credits()).isEmpty();
        assertThat(receipt(draft, signIn.with(SignIn.SECOND)).receipt().credits())
                .isEmpty();
    }

    @Test
    void nobodyElseDoes() throws Exception {
        DraftReply draft = api.draft(author);
        api.signed(author, draft);
        String path = "/api/publications/" + draft.id() + "/receipt";
        assertRefused(api.get(path), ProblemCode.UNAUTHORIZED);
        assertRefused(api.get(path, "no-grant"), ProblemCode.UNAUTHORIZED);
        DraftReply other = api.draft(author);
        assertRefused(api.get(path, api.signed(author, other).grant()), ProblemCode.UNAUTHORIZED);
        assertRefused(api.get(path, signIn.with(OperatorKey.generate(new SecureRandom()))), ProblemCode.FORBIDDEN);
    }

    @Test
    void whatWasNotSignedHasNone() throws Exception {
        DraftReply draft = api.draft(author);
        assertRefused(
                api.get("/api/publications/" + draft.id() + "/receipt", signIn.with(key)), ProblemCode.WRONG_STATE);
    }

    private ReceiptReply receipt(DraftReply draft, String token) throws Exception {
        HttpResponse<String> answer = api.get("/api/publications/" + draft.id() + "/receipt", token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.STRICT.readValue(answer.body(), ReceiptReply.class);
    }

    private static void assertRefused(HttpResponse<String> answer, ProblemCode code) {
        assertThat(ApiClient.problem(answer).code()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(code.status());
    }
}
