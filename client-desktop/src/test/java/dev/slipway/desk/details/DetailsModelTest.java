package dev.slipway.desk.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.DraftForm;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.store.Database;
import dev.slipway.model.problem.Violation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsModelTest {
    @TempDir
    Path folder = Path.of("");

    private final Background background = new Background(Runnable::run);
    private final Draft draft = Draft.of(Path.of("/videos/film.mp4"), Instant.EPOCH);
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
        DetailsModel model = new DetailsModel(draft, drafts(), background);
        for (int end = 1; end <= "Evening".length(); end++) {
            model.title().set("Evening".substring(0, end));
        }
        model.description().set("Line one\nline two");
        model.addHashtags("#city, вечер");
        background.close();

        assertThat(drafts().all().getFirst().form())
                .isEqualTo(new DraftForm("Evening", "Line one\nline two", List.of("city", "вечер")));
    }

    @Test
    void theServersRulesJudgeWhileItIsTyped() {
        DetailsModel model = new DetailsModel(draft, drafts(), background);
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
        DetailsModel model = new DetailsModel(draft, drafts(), background);
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

    private Drafts drafts() {
        return new Drafts(Objects.requireNonNull(database));
    }
}
