package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentHint;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server writes down for its operator tells of nobody who published, or paid: logs are kept, copied and sent around. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest {
    private final ApiClient api;
    private final EthereumSignatures signatures;
    private final ChainEndpoint chain;
    private final Publications publications;

    @Autowired
    QuietLogTest(
            @LocalServerPort int port, EthereumSignatures signatures, ChainEndpoint chain, Publications publications) {
        this.api = new ApiClient(port);
        this.signatures = signatures;
        this.chain = chain;
        this.publications = publications;
    }

    @Test
    void neitherAuthorsNorPaymentsAreInTheLog(CapturedOutput log) throws Exception {
        Author author = new Author(signatures);
        DraftReply draft = api.draft(author);
        // A stranger's signature is refused, and the refusal is nothing to keep a name for.
        api.sign(
                draft.id(),
                new Author(signatures).sign(author.message(draft), draft.terms().chainId()));
        SignatureReply signature = api.signed(author, draft);
        Bytes32 transaction;
        String payer;
        try (TestWallet wallet = TestWallet.account(6, chain.rpc())) {
            payer = wallet.address().hex();
            transaction = wallet.pay(
                    draft.terms().recipient(), new BigInteger(draft.terms().price()), signature.reference());
        }
        hint(draft, signature, transaction);
        Await.until(
                "the payment confirmed",
                () -> publications.find(draft.id()).orElseThrow().payment(),
                found -> found.state() == PaymentState.CONFIRMED);

        LoggerFactory.getLogger(PaymentPass.class).info("What is written is heard");
        assertThat(log.getAll()).contains("What is written is heard");
        String written = log.getAll().toLowerCase(Locale.ROOT);
        for (String secret : new String[] {
            author.address().hex(),
            payer,
            signature.reference().hex(),
            transaction.hex(),
            signature.grant().toLowerCase(Locale.ROOT)
        }) {
            assertThat(written).doesNotContain(secret).doesNotContain(secret.substring(2));
        }
    }

    private void hint(DraftReply draft, SignatureReply signature, Bytes32 transaction) throws Exception {
        HttpRequest hint = api.request("/api/publications/" + draft.id() + "/payment")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + signature.grant())
                .POST(HttpRequest.BodyPublishers.ofString(Json.STRICT.writeValueAsString(new PaymentHint(transaction))))
                .build();
        assertThat(api.send(hint).statusCode()).isBetween(200, 299);
    }
}
