package dev.slipway.server.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.terms.OperatorReply;
import dev.slipway.model.terms.PriceList;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.ServerTest;
import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A server that asks for the check, for the minute and for the gigabyte. */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.check-fee=40",
            "slipway.price=1000",
            "slipway.price-per-minute=600",
            "slipway.price-per-gb=2000000000"
        })
class PricesOnServerTest {
    private final ApiClient api;
    private final Author author;

    @Autowired
    PricesOnServerTest(@LocalServerPort int port, EthereumSignatures signatures) {
        this.api = new ApiClient(port);
        this.author = new Author(signatures);
    }

    @Test
    void whatADeskForecastsByTheListIsWhatIsOffered() throws Exception {
        OperatorReply operator = Json.STRICT.readValue(api.get("/api/operator").body(), OperatorReply.class);
        PriceList prices = Objects.requireNonNull(operator.priceList());
        DraftReply draft = api.draft(author);

        assertThat(operator.price()).isEqualTo("1040");
        long micros = Manifests.small().manifest().source().durationMicros();
        assertThat(new BigInteger(draft.terms().price()))
                .as("ten seconds and 1500 bytes")
                .isEqualTo(40 + 1000 + 100 + 3000)
                .isEqualTo(prices.price(micros, draft.terms().uploadBytes()));
        assertThat(draft.terms().checkFee()).isEqualTo("40");
    }
}
