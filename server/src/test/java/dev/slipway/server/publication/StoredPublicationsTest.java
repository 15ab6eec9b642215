package dev.slipway.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.ServerTest;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class StoredPublicationsTest {
    private static final Address AUTHOR = new Address("0x" + "11".repeat(20));
    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private final Publications publications;
    private final PublicationRows rows;
    private final Grants grants;
    private final TransactionTemplate transactions;

    @Autowired
    StoredPublicationsTest(
            Publications publications, PublicationRows rows, Grants grants, TransactionTemplate transactions) {
        this.publications = publications;
        this.rows = rows;
        this.grants = grants;
        this.transactions = transactions;
    }

    @Test
    void whatWasStoredIsReadAgainByteForByte() {
        PublicationId id = draft();
        Publication found = publications.find(id).orElseThrow();
        assertThat(found.manifest()).isEqualTo(Manifests.small());
        assertThat(found.form()).isEqualTo(form());
        assertThat(found.terms().hash()).isEqualTo(terms().hash());
        assertThat(found.content()).isEqualTo(ContentState.DRAFT);
        assertThat(found.payment()).isEqualTo(PaymentStanding.NONE);
    }

    @Test
    void everyChangeCountsTheVersionUpByOne() {
        PublicationId id = draft();
        long first = publications.find(id).orElseThrow().version();
        assertThat(publications.changePayment(id, confirming()).version()).isGreaterThan(first);
        long second = publications.find(id).orElseThrow().version();
        assertThat(publications.changePayment(id, confirming()).version())
                .as("nothing changed")
                .isEqualTo(second);
    }

    @Test
    void aPaymentSeenMeanwhileDoesNotUndoAChangeThatHadReadBefore() {
        PublicationId id = draft();
        publications.changePayment(id, confirming());
        ContentState before = publications.find(id).orElseThrow().content();
        PaymentStanding confirmed = new PaymentStanding(PaymentState.CONFIRMED, BigInteger.valueOf(1000), 2, null);

        transactions.executeWithoutResult(status -> {
            assertThat(publications.find(id).orElseThrow().content()).isEqualTo(before);
            CompletableFuture.runAsync(() -> publications.changePayment(id, confirmed))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            publications.changeContent(id, ContentState.VERIFYING, null);
        });

        assertThat(publications.find(id).orElseThrow().payment()).isEqualTo(confirmed);
        assertThat(publications.find(id).orElseThrow().content()).isNotEqualTo(before);
    }

    @Test
    void aTransitionThatIsNotInTheTableIsRefused() {
        PublicationId id = draft();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> publications.changeContent(id, ContentState.PUBLISHED, null))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.WRONG_STATE));
        assertThat(publications.find(id).orElseThrow().content()).isEqualTo(ContentState.DRAFT);
    }

    @Test
    void aGrantOpensItsOwnPublicationOnly() {
        PublicationId mine = draft();
        PublicationId other = draft();
        assertThat(publications.authorized(mine, grants.of(mine)).id()).isEqualTo(mine);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> publications.authorized(other, grants.of(mine)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.UNAUTHORIZED));
    }

    private PublicationId draft() {
        PublicationId id = new PublicationId(UUID.randomUUID());
        DraftReply reply = new DraftReply(id, Bytes32.of(new byte[32]), terms(), Hex.of(new byte[65]));
        rows.saveAndFlush(new PublicationRow(reply, AUTHOR, Manifests.small(), form(), CREATED));
        return id;
    }

    private static PublicationForm form() {
        return new PublicationForm("A ship", "goes into the water", List.of("ships"));
    }

    private static Terms terms() {
        return new Terms(
                Terms.VERSION,
                "http://127.0.0.1:1",
                AUTHOR,
                Terms.PLAIN_RAIL,
                31337,
                AUTHOR,
                "1000",
                2,
                CREATED.plusSeconds(3600),
                365,
                1500,
                "rules");
    }

    private static PaymentStanding confirming() {
        return new PaymentStanding(PaymentState.CONFIRMING, BigInteger.valueOf(1000), 1, null);
    }
}
