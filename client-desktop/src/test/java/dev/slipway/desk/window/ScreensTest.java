package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.settings.SettingsModel;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.testing.screen.ScreenShot;
import dev.slipway.desk.theme.Appearance;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page in both languages and both themes, as pictures in target/screens. */
class ScreensTest {
    @TempDir
    Path folder = Path.of("");

    private final Background background = new Background(HeadlessWindow.ui());

    @Test
    void everyPageIsDrawnInEveryLanguageAndTheme() {
        try (Database database = Database.open(folder.resolve("desk.db"))) {
            SettingsModel settings =
                    new SettingsModel(new Texts(Language.ENGLISH), Map.of(), new Settings(database), background);
            DeskModel model = new DeskModel(settings);
            try (HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(model), 1280, 820)) {
                for (Place place : Place.values()) {
                    for (Language language : Language.values()) {
                        for (Appearance appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
                            HeadlessWindow.onUi(() -> {
                                model.place().set(place);
                                settings.texts().language().set(language);
                                settings.appearance().set(appearance);
                            });
                            assertThat(ScreenShot.save(
                                            window.scene().getRoot(),
                                            (place + "-" + language + "-" + appearance).toLowerCase(Locale.ROOT)))
                                    .isNotEmptyFile();
                        }
                    }
                }
            }
            background.close();
        }
    }
}
