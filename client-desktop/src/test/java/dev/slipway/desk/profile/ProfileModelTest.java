package dev.slipway.desk.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileModelTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsTypedIsThereAfterAnotherStart() {
        Avatar avatar = new Avatar("ab".repeat(32), 900);
        try (Database database = Database.open(folder.resolve("desk.db"))) {
            Settings settings = new Settings(database);
            Background background = new Background(Runnable::run);
            ProfileModel typed = new ProfileModel(settings.all(), settings, background);
            typed.name().set("  Maria ");
            typed.url().set("https://example.com/maria");
            typed.activityHobbies().set("Rowing");
            typed.avatar().set(avatar);
            typed.incognito().set(true);
            background.close();

            ProfileModel again = new ProfileModel(settings.all(), settings, new Background(Runnable::run));
            assertThat(again.name().get()).isEqualTo("  Maria ");
            assertThat(again.incognito().get()).isTrue();
            assertThat(again.finished())
                    .contains(new Profile("Maria", "https://example.com/maria", "Rowing", false, avatar));
        }
    }

    @Test
    void whoSaysNothingSendsNothing() {
        try (Database database = Database.open(folder.resolve("desk.db"));
                Background background = new Background(Runnable::run)) {
            ProfileModel model = new ProfileModel(Map.of(), new Settings(database), background);
            model.name().set("   ");
            assertThat(model.finished()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":", "{}", "{\"name\":null,\"url\":null}"})
    void whatCannotBeReadIsNoReasonNotToStart(String kept) {
        try (Database database = Database.open(folder.resolve("desk.db"));
                Background background = new Background(Runnable::run)) {
            ProfileModel model = new ProfileModel(Map.of("profile", kept), new Settings(database), background);
            assertThat(model.name().get()).isEmpty();
        }
    }
}
