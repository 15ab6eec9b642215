package dev.slipway.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.pdq.Pdq;
import dev.slipway.media.pdq.PdqHash;
import dev.slipway.media.review.PictureSource;
import dev.slipway.media.review.ReviewMaterial;
import dev.slipway.media.review.SampledPicture;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The list and the films are real, what the check saw of them is made up. The job itself has no turn within a test. */
@ServerTest
@TestPropertySource(properties = "slipway.claim-period=29m")
class LaterPicturesTest {
    private static final UUID SOMEBODY = new UUID(1, 2);

    private final LaterPictures later;
    private final PictureListChanges list;
    private final PictureRows rows;
    private final Publications publications;
    private final PublishedFilms films;
    private final JdbcClient database;

    @Autowired
    LaterPicturesTest(ApplicationContext server) {
        this.later = server.getBean(LaterPictures.class);
        this.list = server.getBean(PictureListChanges.class);
        this.rows = server.getBean(PictureRows.class);
        this.publications = server.getBean(Publications.class);
        this.films = new PublishedFilms(server);
        this.database = server.getBean(JdbcClient.class);
    }

    @Test
    void aFilmThatIsShownComesBeforeAPersonWhenOneOfItsPicturesIsListed() throws Exception {
        PublicationId shown = film(new PdqHash(1, 2, 3, 4));
        PublicationId other = film(new PdqHash(-1, -2, -3, -4));
        PublicationId gone = film(new PdqHash(1, 2, 3, 4));
        publications.changeContent(gone, ContentState.TAKEN_DOWN, null);

        put(new PdqHash(1, 2, 3, 5), "court order 12");
        later.lookUp();

        assertThat(causes(shown))
                .singleElement()
                .asString()
                .contains("picture")
                .contains("The picture at 0:07 came onto this server's block list after the check: court order 12");
        assertThat(publications.find(shown).orElseThrow().content()).isEqualTo(ContentState.PUBLISHED);
        assertThat(causes(other)).isEmpty();
        assertThat(causes(gone)).isEmpty();
    }

    @Test
    void whatWasDismissedDoesNotComeBackWithAListThatIsSentAnew() throws Exception {
        PublicationId id = film(new PdqHash(9, 9, 9, 9));
        put(new PdqHash(9, 9, 9, 9), "court order 13");
        later.lookUp();
        assertThat(causes(id)).hasSize(1);
        close(id);

        put(new PdqHash(9, 9, 9, 9), "court order 13, as it is now");
        later.lookUp();
        assertThat(causes(id)).isEmpty();

        list.delete(new PdqHash(9, 9, 9, 9), SOMEBODY);
        put(new PdqHash(9, 9, 9, 9), "court order 14");
        later.lookUp();
        assertThat(causes(id)).singleElement().asString().contains("court order 14");
    }

    @Test
    void aSecondFindingIsAddedToTheCaseThatIsOpen() throws Exception {
        PublicationId id = film(new PdqHash(5, 5, 5, 5));
        put(new PdqHash(5, 5, 5, 5), "court order 15");
        later.lookUp();
        list.delete(new PdqHash(5, 5, 5, 5), SOMEBODY);
        put(new PdqHash(5, 5, 5, 7), "court order 16");
        later.lookUp();
        later.lookUp();

        assertThat(causes(id))
                .singleElement()
                .asString()
                .contains("court order 15")
                .contains("court order 16");
    }

    @Test
    void aFilmThatBecomesVisibleAfterwardsKeepsItsCase() throws Exception {
        PublicationId id = film(new PdqHash(6, 6, 6, 6));
        put(new PdqHash(6, 6, 6, 6), "court order 17");
        later.lookUp();

        publications.changeContent(id, ContentState.HELD, null);
        publications.changeContent(id, ContentState.PUBLISHED, null);

        assertThat(causes(id)).hasSize(1);
    }

    private PublicationId film(PdqHash hash) throws Exception {
        PublicationId id = films.publish(Film.made(), new PublicationForm("A ship", "", List.of()), Instant.now());
        Pdq pdq = new Pdq(hash, 100);
        rows.keep(
                id,
                new ReviewMaterial(
                        List.of(new SampledPicture(PictureSource.FILM, 7_000_000, pdq.hash(), pdq.quality(), null)),
                        List.of()));
        return id;
    }

    private void put(PdqHash hash, String reason) {
        list.put(List.of(new BlockedPicture(hash, 100, reason)), "a court", SOMEBODY);
    }

    /** Of open cases. */
    private List<String> causes(PublicationId id) {
        return database.sql(
                        "SELECT causes::text FROM review_case WHERE publication_id = :id AND closed_at IS NULL ORDER BY id")
                .param("id", id.uuid())
                .query(String.class)
                .list();
    }

    private void close(PublicationId id) {
        database.sql(
                        "UPDATE review_case SET closed_at = now(), outcome = 'dismiss', claimed_by = NULL, claimed_until = NULL"
                                + " WHERE publication_id = :id")
                .param("id", id.uuid())
                .update();
    }
}
