package dev.slipway.server.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.ServerTest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServerTest
class AuthorRegisterTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Profile ANNA =
            new Profile("Anna", "https://example.com/anna", "I build ships\nin bottles", false, null);
    private static final Avatar SOME = new Avatar("ab".repeat(32), 3);

    private final PreparedPublications prepared;
    private final Publications publications;
    private final AuthorRows rows;
    private final ArrivedAvatars avatars;
    private Address wallet = new Address("0x" + "00".repeat(20));

    @Autowired
    AuthorRegisterTest(ApplicationContext server, Publications publications, AuthorRows rows, ArrivedAvatars avatars) {
        this.prepared = new PreparedPublications(server);
        this.publications = publications;
        this.rows = rows;
        this.avatars = avatars;
    }

    @BeforeEach
    void somebodyNew() {
        byte[] random = new byte[20];
        new SecureRandom().nextBytes(random);
        wallet = new Address("0x" + HexFormat.of().formatHex(random));
    }

    @Test
    void anAuthorIsMadeByTheFirstPublicationThatIsShown() {
        PublicationId id = draft(ANNA, NOON);
        publications.changeContent(id, ContentState.UPLOADING, null);
        assertThat(author()).isEmpty();

        prepared.show(id);

        assertThat(author())
                .contains(new AuthorRows.Author(
                        wallet, "Anna", "https://example.com/anna", "I build ships\nin bottles", false));
    }

    @Test
    void aNewerFormReplacesEverything() {
        prepared.show(draft(ANNA, NOON));

        prepared.show(draft(new Profile("", null, "Only this", false, null), NOON.plusSeconds(1)));

        assertThat(author()).contains(new AuthorRows.Author(wallet, "", "", "Only this", false));
    }

    @Test
    void anOlderFormThatIsShownLaterChangesNothing() {
        PublicationId older = draft(new Profile("Old name", null, null, false, null), NOON.minusSeconds(1));
        prepared.show(draft(ANNA, NOON));

        prepared.show(older);

        assertThat(name()).isEqualTo("Anna");
    }

    @Test
    void whatComesBackAfterAHoldDoesNotBringItsOldWordsBack() {
        PublicationId first = draft(ANNA, NOON);
        prepared.show(first);
        prepared.show(draft(new Profile("Anne", null, null, false, null), NOON.plusSeconds(1)));

        publications.changeContent(first, ContentState.HELD, null);
        publications.changeContent(first, ContentState.PUBLISHED, null);

        assertThat(name()).isEqualTo("Anne");
    }

    @Test
    void aFormWithoutAWordOfTheAuthorMakesOneAndLeavesTheWordsOfOthers() {
        prepared.show(draft(null, NOON.plusSeconds(9)));
        assertThat(author()).contains(new AuthorRows.Author(wallet, "", "", "", false));

        prepared.show(draft(ANNA, NOON));
        assertThat(name()).as("nothing newer told anything").isEqualTo("Anna");

        prepared.show(draft(null, NOON.plusSeconds(10)));
        assertThat(name()).isEqualTo("Anna");
    }

    @Test
    void whoStaysUnnamedMakesAnAuthorAndTellsNothing() {
        Profile unnamed = new Profile("Secret", "https://example.com/secret", "secret", true, SOME);
        prepared.show(draft(unnamed, NOON));
        assertThat(author()).contains(new AuthorRows.Author(wallet, "", "", "", false));

        prepared.show(draft(ANNA, NOON.minusSeconds(60)));
        prepared.show(draft(unnamed, NOON.plusSeconds(60)));

        assertThat(name()).isEqualTo("Anna");
    }

    @Test
    void thePictureThatTheCheckMadeIsKeptAndTheUploadIsNot() {
        PublicationId id = draft(withAvatar(), NOON);
        avatars.keep(id, new byte[] {1, 2, 3});
        avatars.keepChecked(id, new byte[] {4, 5});

        prepared.show(id);

        assertThat(picture()).contains(new byte[] {4, 5});
        assertThat(avatars.uploaded(id)).isEmpty();
    }

    @Test
    void aNewerFormWithoutAPictureTakesItAway() {
        PublicationId id = draft(withAvatar(), NOON);
        avatars.keep(id, new byte[] {1, 2, 3});
        avatars.keepChecked(id, new byte[] {4, 5});
        prepared.show(id);

        prepared.show(draft(ANNA, NOON.plusSeconds(1)));

        assertThat(picture()).isEmpty();
        assertThat(author()).get().extracting(AuthorRows.Author::hasAvatar).isEqualTo(false);
    }

    @Test
    void aPictureThatWasNeverCheckedIsNeverShown() {
        PublicationId id = draft(withAvatar(), NOON);
        avatars.keep(id, new byte[] {1, 2, 3});

        prepared.show(id);

        assertThat(picture()).isEmpty();
    }

    private static Profile withAvatar() {
        return new Profile("Anna", null, null, false, SOME);
    }

    private PublicationId draft(@Nullable Profile profile, Instant draftedAt) {
        PublicationForm form = new PublicationForm("A ship", "", List.of(), profile);
        return prepared.draft(wallet, Manifests.small(), form, draftedAt);
    }

    private Optional<AuthorRows.Author> author() {
        return rows.find(List.of(wallet)).stream().findFirst();
    }

    private String name() {
        return author().orElseThrow().name();
    }

    private Optional<byte[]> picture() {
        return rows.avatar(wallet).map(AvatarImage::webp);
    }
}
