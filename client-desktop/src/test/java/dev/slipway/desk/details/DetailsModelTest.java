package dev.slipway.desk.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.DraftForm;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.Describing;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.moderation.WordList;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsModelTest {
    @TempDir
    Path folder = Path.of("");

    private final OneThread window = new OneThread();
    private final Background background = new Background(window);
    private final Draft draft = Draft.of(Path.of("/videos/film.mp4"), Instant.EPOCH);
    private final SimpleStringProperty server = new SimpleStringProperty("");
    private @Nullable Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("desk.db"));
        drafts().insert(draft);
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(database).close();
    }

    @Test
    void whatIsTypedIsKept() {
        DetailsModel model = model();
        for (int end = 1; end <= "Evening".length(); end++) {
            model.title().set("Evening".substring(0, end));
        }
        model.description().set("Line one\nline two");
        model.addHashtags("#city, вечер");
        background.close();

        assertThat(drafts().all().getFirst().form())
                .isEqualTo(new DraftForm("Evening", "Line one\nline two", List.of("city", "вечер"), false));
    }

    @Test
    void theServersRulesJudgeWhileItIsTyped() {
        DetailsModel model = model();
        assertThat(model.isAcceptable()).isFalse();
        model.title().set("x".repeat(120));
        assertThat(model.isAcceptable()).isTrue();
        model.title().set("x".repeat(121));
        assertThat(model.violations().get()).extracting(Violation::field).containsExactly("title");
        assertThat(new FormWords(new Texts(Language.ENGLISH))
                        .title(model.title().get()))
                .isEqualTo("This is 1 character too long.");
        background.close();
    }

    @Test
    void hashtagsThatTheRulesRefuseAreNotTaken() {
        DetailsModel model = model();
        assertThat(model.addHashtags("city")).isEmpty();
        assertThat(model.addHashtags("City")).isPresent();
        assertThat(model.addHashtags("no-dash")).isPresent();
        assertThat(model.hashtags()).containsExactly("city");
        Texts texts = new Texts(Language.RUSSIAN);
        assertThat(new FormWords(texts).hashtags("City", model.hashtags())).isEqualTo("City уже есть.");
        model.removeHashtag("city");
        assertThat(model.hashtags()).isEmpty();
        background.close();
    }

    @Test
    void aWordThatTheServerDoesNotAllowIsSaidWhileItIsTyped() {
        Settings settings = new Settings(Objects.requireNonNull(database));
        settings.put(
                "house",
                "{\"server\":\"https://video.example\",\"chainId\":1,\"words\":[{\"word\":\"casino\",\"language\":\"en\","
                        + "\"category\":\"gambling\"},{\"word\":\"roulette\",\"language\":\"en\",\"category\":"
                        + "\"gambling\",\"severity\":\"review\"}],\"exceptions\":[{\"word\":\"casino royale\","
                        + "\"language\":\"en\"}]}");
        server.set("https://video.example");
        DetailsModel model = model();
        window.await(() -> model.house().words().get() != WordList.EMPTY);
        model.title().set("My cаsino"); // with a Cyrillic letter
        assertThat(model.isAcceptable()).isFalse();
        assertThat(model.bannedWord("title"))
                .hasValueSatisfying(hit -> assertThat(hit.written()).isEqualTo("cаsino"));
        model.title().set("My sailing boat");
        assertThat(model.isAcceptable()).isTrue();
        model.title().set("What a roulette, after Casino Royale");
        assertThat(model.isAcceptable())
                .as("an exception, and a word that a person looks at")
                .isTrue();
        model.addHashtags("sailing casino");
        assertThat(model.violations().get()).extracting(Violation::field).containsExactly("hashtags[1]");
        background.close();
    }

    @Test
    void theProfileIsJudgedAndSentUnlessThePublicationIsIncognito() {
        DetailsModel model = model();
        model.title().set("Evening");
        model.author().profile().name().set("Maria");
        assertThat(model.finished().profileOrEmpty().name()).isEqualTo("Maria");
        model.author().profile().url().set("no link");
        assertThat(model.violations().get()).extracting(Violation::field).containsExactly("profile.url");

        model.incognito().set(true);
        assertThat(model.isAcceptable()).isTrue();
        assertThat(model.finished().profile()).isEqualTo(Profile.INCOGNITO);
        background.close();
        assertThat(drafts().all().getFirst().form().incognito()).isTrue();
        assertThat(model.author().profile().incognito().get())
                .as("the next one begins so")
                .isTrue();
    }

    @Test
    void whoCanWatchIsKeptAndSigned() {
        DetailsModel model = model();
        model.title().set("Rehearsal");
        assertThat(model.accessLevel().get()).isEqualTo(AccessLevel.PUBLIC);
        Bytes32 everyone = model.finished().hash();

        model.accessLevel().set(AccessLevel.UNLISTED);
        assertThat(model.isAcceptable()).isTrue();
        assertThat(model.finished().access()).isEqualTo(AccessLevel.UNLISTED);
        assertThat(model.finished().hash()).isNotEqualTo(everyone);
        background.close();

        Draft kept = drafts().all().getFirst();
        assertThat(kept.form().accessLevel()).isEqualTo(AccessLevel.UNLISTED);
        DetailsModel later = Describing.of(kept, Objects.requireNonNull(database), server, new Background(window));
        assertThat(later.accessLevel().get()).isEqualTo(AccessLevel.UNLISTED);
    }

    @Test
    void aLevelThatTheServerDoesNotGrantIsSaidBeforeAnythingIsPaid() {
        new Settings(Objects.requireNonNull(database))
                .put(
                        "house",
                        "{\"server\":\"https://video.example\",\"chainId\":1,\"words\":[],"
                                + "\"accessLevels\":[\"public\",\"unlisted\"]}");
        DetailsModel model = model();
        model.title().set("Rehearsal");
        model.accessLevel().set(AccessLevel.SPONSOR);
        assertThat(model.isAcceptable()).as("no server is chosen yet").isTrue();

        server.set("https://video.example");
        assertThat(model.violations().get()).extracting(Violation::field).containsExactly("accessLevel");
        model.accessLevel().set(AccessLevel.UNLISTED);
        assertThat(model.isAcceptable()).isTrue();
        background.close();
    }

    @Test
    void aDraftFromBeforeThatCouldBeChosenIsForEveryone() {
        String before = "{\"title\":\"Old\",\"description\":\"\",\"hashtags\":[],\"incognito\":false}";
        assertThat(Json.LENIENT.readValue(before, DraftForm.class).finished(null))
                .isEqualTo(new PublicationForm("Old", "", List.of()));
        background.close();
    }

    private DetailsModel model() {
        return Describing.of(draft, Objects.requireNonNull(database), server, background);
    }

    private Drafts drafts() {
        return new Drafts(Objects.requireNonNull(database));
    }
}
