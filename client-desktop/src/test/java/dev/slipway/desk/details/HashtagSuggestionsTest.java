package dev.slipway.desk.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.DraftForm;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.house.HouseModel;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.SmallServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashtagSuggestionsTest {
    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final Database database;
    private final SmallServer server;
    private final HouseModel house;
    private final HashtagSuggestions suggestions;

    HashtagSuggestionsTest(@TempDir Path folder) throws IOException {
        database = Database.open(folder.resolve("desk.db"));
        server = SmallServer.start(() -> Instant.EPOCH);
        Settings settings = new Settings(database);
        house = new HouseModel(
                new SimpleStringProperty(server.url()),
                new OkHttpClient(),
                settings.all(),
                settings,
                background,
                () -> Instant.EPOCH);
        suggestions = new HashtagSuggestions(new Drafts(database), house, background);
        begun("Cinema", "sea");
        begun("sea", "boat");
    }

    @AfterEach
    void close() {
        background.close();
        database.close();
        server.close();
    }

    @Test
    void onesOwnComeFirstAndThenWhatTheServerHas() {
        house.look();
        ui.await(() -> house.prices().get() != null);
        suggestions.typed("#Ci", List.of());
        ui.await(() -> !suggestions.shown().isEmpty());
        assertThat(suggestions.shown()).containsExactly("Cinema", "city", "Citadel");

        suggestions.typed("ci", List.of("CITY"));
        ui.await(() -> suggestions.shown().size() == 2);
        assertThat(suggestions.shown()).containsExactly("Cinema", "Citadel");
    }

    @Test
    void withoutAServerThereAreOnesOwn() {
        suggestions.typed("", List.of("boat"));
        ui.await(() -> !suggestions.shown().isEmpty());
        assertThat(suggestions.shown()).startsWith("sea").contains("Cinema").doesNotContain("boat");
    }

    private void begun(String... hashtags) {
        new Drafts(database)
                .insert(Draft.of(
                        Path.of("/videos/film.mp4"), Instant.EPOCH, new DraftForm("", "", List.of(hashtags), false)));
    }
}
