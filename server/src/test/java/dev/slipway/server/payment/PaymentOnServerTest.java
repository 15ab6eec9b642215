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
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole server as it is wired: a draft, a signature, a payment on the built-in chain, and nothing by hand. */
@ServerTest
class PaymentOnServerTest {
    private final ApiClient api;
    private final Author author;
    private final ChainEndpoint chain;
    private final Publications publications;
    private final PaymentStatistics statistics;

    @Autowired
    PaymentOnServerTest(
            @LocalServerPort int port,
            EthereumSignatures signatures,
            ChainEndpoint chain,
            Publications publications,
            PaymentStatistics statistics) {
        this.api = new ApiClient(port);
        this.author = new Author(signatures);
        this.chain = chain;
        this.publications = publications;
        this.statistics = statistics;
    }

    @Test
    void aPaymentOnTheDevelopmentChainIsSeenAndConfirmed() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureReply signature = api.signed(author, draft);
        BigInteger price = new BigInteger(draft.terms().price());
        Bytes32 hash;
        try (TestWallet wallet = TestWallet.account(5, chain.rpc())) {
            hash = wallet.pay(draft.terms().recipient(), price, signature.reference());
        }
        HttpRequest hint = api.request("/api/publications/" + draft.id() + "/payment")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + signature.grant())
                .POST(HttpRequest.BodyPublishers.ofString(Json.STRICT.writeValueAsString(new PaymentHint(hash))))
                .build();
        assertThat(api.send(hint).statusCode()).isBetween(200, 299);

        PaymentStanding standing = Await.until(
                "the payment confirmed",
                () -> publications.find(draft.id()).orElseThrow().payment(),
                found -> found.state() == PaymentState.CONFIRMED);

        assertThat(standing)
                .isEqualTo(new PaymentStanding(
                        PaymentState.CONFIRMED, price, draft.terms().confirmations(), hash));
        assertThat(statistics.read().wei()).isGreaterThanOrEqualTo(price);
        assertThat(statistics.read().block()).isPositive();
    }
}
