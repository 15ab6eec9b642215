package dev.slipway.server.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.RefundReason;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import dev.slipway.server.testing.TestContracts;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole server, an operator who signs what the list says, and a chain that takes it back. */
@ServerTest
@DirtiesContext
@TestPropertySource(properties = "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
class RefundsOnServerIT {
    private static final Anvil ANVIL = Anvil.minedByHand();
    private static final Address RECIPIENT = new TestContracts(ANVIL).account(9);

    private final ApiClient api;
    private final SignIn signIn;
    private final Author author;
    private final Publications publications;

    @Autowired
    RefundsOnServerIT(@LocalServerPort int port, EthereumSignatures signatures, Publications publications) {
        this.api = new ApiClient(port);
        this.signIn = new SignIn(api, port, signatures);
        this.author = new Author(signatures);
        this.publications = publications;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("slipway.chain-rpc", () -> ANVIL.rpc().toString());
        registry.add("slipway.recipient", RECIPIENT::hex);
    }

    @AfterAll
    static void stop() {
        ANVIL.close();
    }

    @Test
    void whatCameTooLateIsListedSignedTakenBackByTheChainAndMarkedOnce() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureReply signed = api.signed(author, draft);
        BigInteger price = new BigInteger(draft.terms().price());
        String token = signIn.with(SignIn.SECOND);
        try (TestWallet payer = TestWallet.account(5, ANVIL.rpc());
                TestWallet operator = TestWallet.account(1, ANVIL.rpc())) {
            payer.pay(RECIPIENT, price, signed.reference());
            ANVIL.mineAfter(Duration.ofDays(3));
            ANVIL.mine(2);
            awaitPayment(draft, PaymentState.REFUNDING);
            assertThat(publication(draft).content()).isEqualTo(ContentState.EXPIRED);
            OperatorRefund owed = list(token, "owed").getFirst();
            assertThat(owed.reason()).isEqualTo(RefundReason.LATE);
            assertThat(owed.amount()).isEqualTo(price.toString());

            TestWallet.Transfer transfer = exactly(owed, operator);
            operator.send(transfer);
            ANVIL.mine(1);
            Await.until("nothing owed", () -> list(token, "owed"), List::isEmpty);
            assertThat(publication(draft).payment().state()).as("not final yet").isEqualTo(PaymentState.REFUNDING);

            ANVIL.reorganise(1);
            ANVIL.call("anvil_dropAllTransactions");
            OperatorRefund again = Await.until("owed again", () -> list(token, "owed"), found -> !found.isEmpty())
                    .getFirst();
            assertThat(again.transaction()).isEqualTo(owed.transaction());
            assertThat(again.id()).isEqualTo(owed.id());

            operator.send(transfer);
            ANVIL.mine(3);
            awaitPayment(draft, PaymentState.REFUNDED);
            assertThat(list(token, "owed")).isEmpty();
            assertThat(list(token, "returned").getFirst().returns()).hasSize(1);
        }
        PublicationStatus status = Json.STRICT.readValue(
                api.get("/api/publications/" + draft.id(), signed.grant()).body(), PublicationStatus.class);
        PublicationStatus.Refund told = Objects.requireNonNull(
                        Objects.requireNonNull(status.payment()).refunds())
                .getFirst();
        assertThat(told.owed()).isEqualTo("0");
        assertThat(told.returned()).isEqualTo(price.toString());
        assertThat(told.transactions()).hasSize(1);
    }

    /** Nothing is put in or left out. */
    private static TestWallet.Transfer exactly(OperatorRefund owed, TestWallet operator) {
        RefundTransaction listed = Objects.requireNonNull(owed.transaction());
        assertThat(Long.decode(listed.chainId())).isEqualTo(31337);
        return operator.transfer(listed.to(), new BigInteger(listed.value().substring(2), 16), listed.data());
    }

    private List<OperatorRefund> list(String token, String state) {
        try {
            String body = api.get("/api/operator/refunds?state=" + state, token).body();
            return Json.STRICT.readValue(body, OperatorRefunds.class).refunds();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the server does not answer", e);
        }
    }

    private void awaitPayment(DraftReply draft, PaymentState state) {
        Await.until("the payment " + state, () -> publication(draft).payment().state(), state::equals);
    }

    private Publication publication(DraftReply draft) {
        return publications.find(draft.id()).orElseThrow();
    }
}
