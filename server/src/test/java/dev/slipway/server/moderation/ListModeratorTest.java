package dev.slipway.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.picture.PictureVerdict;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.sound.SoundVerdict;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListModeratorTest {
    private static final Address SOMEBODY = new Address("0x" + "11".repeat(20));
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final SoundVerdict SILENCE = new SoundVerdict.Clear(List.of());

    private SoundVerdict sound = SILENCE;

    private final JdbcClient database =
            JdbcClient.create(TestDatabase.migrated().dataSource());
    private final Moderator moderator = new ListModerator(
            new BlockedHashes(database),
            new BannedWords(database),
            id -> new PictureVerdict.Clear(List.of()),
            id -> asked());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A ship goes into the water",
                "Scunthorpe, Essex and a cockatoo",
                "Как скот суховей перегонял по степи",
                "Сукарно и требухой по хутору",
                "1984 - H2O - 2 + 2 = 4!",
                "Shiitake, shih tzu",
            })
    void ordinaryTextPasses(String text) {
        assertThat(review(text, text, List.of())).isEqualTo(new Moderator.Decision.Passed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fuck",
                "What the FUCK?",
                "fu\u0441k", // Cyrillic es
                "f\u00fcck",
                "\uff46\uff55\uff43\uff4b", // full width
                "fu\u200bck", // zero-width space
                "fuuuuuck",
                "$h1t!",
                "sh!t",
                "@$$hole",
                "б\u043bя\u0434ь",
                "cyka", // Latin letters for a Russian word
                "С\u0423\u041aА",
                "ХУЙ",
                "ka3ино казино",
            })
    void aBannedWordIsFoundUnderItsDisguise(String text) {
        assertThat(reason(review("A ship", text, List.of())).code()).isEqualTo(ProblemCode.TEXT_REFUSED);
    }

    @Test
    void theReasonNamesTheWordTheFieldAndTheRule() {
        PublicationStatus.Reason reason = reason(review("What the Fuсk", "fine", List.of("ships", "big_casino")));

        assertThat(reason.message())
                .contains("\"Fuсk\" in the title (profanity)")
                .contains("\"casino\" in the hashtag #big_casino (gambling)");
    }

    @Test
    void whatMayBreakARuleGoesToAPerson() {
        assertThat(review("Roulette of life", "", List.of()))
                .isEqualTo(new Moderator.Decision.ForReview(
                        List.of(new ReviewCause("text", "Look at \"Roulette\" in the title (gambling)."))));
    }

    @Test
    void whatAutomaticChecksCannotSeeThroughGoesToAPerson() {
        Manifest open = Manifests.small().manifest();
        Manifest hidden =
                new Manifest(open.version(), open.createdAt(), open.source(), Protection.DEFAULT, open.artifacts());
        SignedManifest signed = SignedManifest.parse(Json.STRICT.writeValueAsBytes(hidden));

        assertThat(review(signed, new PublicationForm("A ship", "", List.of())))
                .isInstanceOfSatisfying(
                        Moderator.Decision.ForReview.class,
                        decision -> assertThat(decision.causes())
                                .extracting(ReviewCause::kind)
                                .containsExactly("protected"));
    }

    @Test
    void aBlockedFileIsRefusedForTheReasonThatTheOperatorGave() {
        database.sql("INSERT INTO blocked_hash (sha256, reason) VALUES (:sha256, 'court order 8')")
                .param(
                        "sha256",
                        Manifests.small().manifest().artifacts().getFirst().sha256())
                .update();
        try {
            PublicationStatus.Reason reason = reason(review("A ship", "", List.of()));

            assertThat(reason.code()).isEqualTo(ProblemCode.CONTENT_BLOCKED);
            assertThat(reason.message()).contains("video-360-vp9.mp4").contains("court order 8");
        } finally {
            database.sql("DELETE FROM blocked_hash WHERE reason = 'court order 8'")
                    .update();
        }
    }

    @Test
    void aBlockedPictureOfAnAuthorIsRefusedToo() {
        String sha256 = "ef".repeat(32);
        database.sql("INSERT INTO blocked_hash (sha256, reason) VALUES (:sha256, 'court order 9')")
                .param("sha256", sha256)
                .update();
        try {
            Profile profile = new Profile("Anna", null, null, false, new Avatar(sha256, 100));
            PublicationStatus.Reason reason = reason(review(new PublicationForm("A ship", "", List.of(), profile)));

            assertThat(reason.code()).isEqualTo(ProblemCode.CONTENT_BLOCKED);
            assertThat(reason.message()).contains("author's picture").contains("court order 9");
        } finally {
            database.sql("DELETE FROM blocked_hash WHERE reason = 'court order 9'")
                    .update();
        }
    }

    @Test
    void theWordsOfAnAuthorAreReadToo() {
        Profile profile = new Profile("Casino king", null, "viagra", false, null);

        assertThat(reason(review(new PublicationForm("A ship", "", List.of(), profile)))
                        .message())
                .contains("\"Casino\" in the author's name (gambling)")
                .contains("\"viagra\" in the author's activity and hobbies (spam)");
    }

    @Test
    void soundIsRefusedOrHeardByAPersonAsItWasJudged() {
        sound = new SoundVerdict.Blocked("That song is not played here.");
        assertThat(reason(review("A ship", "", List.of())))
                .isEqualTo(new PublicationStatus.Reason(ProblemCode.CONTENT_BLOCKED, "That song is not played here."));
        sound = new SoundVerdict.Clear(List.of("A voice may be somebody else's"));
        assertThat(review("A ship", "", List.of()))
                .isEqualTo(new Moderator.Decision.ForReview(
                        List.of(new ReviewCause("sound", "A voice may be somebody else's"))));
    }

    private SoundVerdict asked() {
        return sound;
    }

    @AfterEach
    void hush() {
        sound = SILENCE;
    }

    private Moderator.Decision review(String title, String description, List<String> hashtags) {
        return review(new PublicationForm(title, description, hashtags));
    }

    private Moderator.Decision review(PublicationForm form) {
        return review(Manifests.small(), form);
    }

    private Moderator.Decision review(SignedManifest manifest, PublicationForm form) {
        Terms terms = new Terms(
                1, "http://x", SOMEBODY, Terms.PLAIN_RAIL, 1, SOMEBODY, "1", 1, NOW.plusSeconds(60), 1, 1500, "rules");
        return moderator.review(new Publication(
                new PublicationId(UUID.randomUUID()),
                1,
                SOMEBODY,
                manifest,
                form,
                terms,
                null,
                null,
                ContentState.MODERATING,
                PaymentStanding.NONE,
                null,
                NOW,
                null));
    }

    private static PublicationStatus.Reason reason(Moderator.Decision decision) {
        assertThat(decision).isInstanceOf(Moderator.Decision.Refused.class);
        return ((Moderator.Decision.Refused) decision).reason();
    }
}
