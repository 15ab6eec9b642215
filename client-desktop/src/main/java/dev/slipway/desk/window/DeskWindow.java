package dev.slipway.desk.window;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.LatestWins;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.instance.SingleInstance;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.settings.SettingsModel;
import dev.slipway.desk.store.Database;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;

/** The window from its opening to its closing. */
public final class DeskWindow {
    private static final String BOUNDS = "window";

    private final Database database;
    private final SingleInstance instance;
    private final CancelSignal cancel;
    private final Background background = new Background(Platform::runLater);

    public DeskWindow(Database database, SingleInstance instance, CancelSignal cancel) {
        this.database = database;
        this.instance = instance;
        this.cancel = cancel;
    }

    /**
     * Opens it and blocks until it is closed and everything is written. Once in a process.
     *
     * @param shown is called when a person can see it
     * @throws dev.slipway.desk.problem.DeskException where there is no screen
     */
    public void run(Runnable shown) {
        Settings settings = new Settings(database);
        Map<String, String> kept = settings.all();
        try (background) {
            Toolkit.runUntilClosed(closed -> {
                MainStage stage = new MainStage(model(settings, kept), bounds(settings, kept), closed);
                stage.show();
                // Not by closing the window: while the process ends, JavaFX runs nothing more.
                cancel.onCancel(closed);
                background.run(() -> listen(stage));
                shown.run();
            });
            instance.close();
        }
    }

    private DeskModel model(Settings settings, Map<String, String> kept) {
        Texts texts = new Texts(Language.of(Locale.getDefault()));
        return new DeskModel(new SettingsModel(texts, kept, settings, background));
    }

    private KeptBounds bounds(Settings settings, Map<String, String> kept) {
        return new KeptBounds(
                WindowBounds.parse(kept.get(BOUNDS)).orElse(WindowBounds.FIRST),
                new LatestWins<>(background, bounds -> settings.put(BOUNDS, bounds.text())));
    }

    /** A second start brings this window to the front. */
    private void listen(MainStage stage) {
        while (instance.next().isPresent()) {
            Platform.runLater(stage::bringToFront);
        }
    }
}
