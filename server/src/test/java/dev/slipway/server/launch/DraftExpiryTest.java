package dev.slipway.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class DraftExpiryTest {
    private final Publications publications;
    private final OfferSettings settings;
    private final TransactionTemplate transactions;
    private final ApiClient api;
    private final Author author;

    @Autowired
    DraftExpiryTest(
            Publications publications,
            OfferSettings settings,
            TransactionTemplate transactions,
            EthereumSignatures signatures,
            @LocalServerPort int port) {
        this.publications = publications;
        this.settings = settings;
        this.transactions = transactions;
        this.api = new ApiClient(port);
        this.author = new Author(signatures);
    }

    @Test
    void anUnsignedDraftExpiresSoonAndIsForgottenAndASignedOneWaitsForItsPayment() throws Exception {
        DraftReply unsigned = api.draft(author);
        DraftReply signed = api.draft(author);
        api.signed(author, signed);

        expireAfter(settings.unsignedPeriod().minusMinutes(1));
        assertThat(content(unsigned.id())).contains(ContentState.DRAFT);

        expireAfter(settings.unsignedPeriod().plusMinutes(1));
        assertThat(content(unsigned.id())).contains(ContentState.EXPIRED);

        expireAfter(settings.offerPeriod().plus(settings.offerGrace()).minusMinutes(1));
        assertThat(content(unsigned.id())).isEmpty();
        assertThat(content(signed.id())).contains(ContentState.DRAFT);

        expireAfter(settings.offerPeriod().plus(settings.offerGrace()).plusMinutes(1));
        assertThat(content(signed.id())).contains(ContentState.EXPIRED);
    }

    private void expireAfter(Duration time) {
        Instant then = Instant.now().plus(time);
        InstantSource clock = () -> then;
        DraftExpiry expiry = new DraftExpiry(publications, settings, clock);
        transactions.executeWithoutResult(status -> expiry.run());
    }

    private Optional<ContentState> content(PublicationId id) {
        return publications.find(id).map(Publication::content);
    }
}
