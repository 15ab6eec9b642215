package dev.slipway.desk.window;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.theme.Theme;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** In the window's place where it cannot be opened: who started it by its icon sees no terminal. */
public final class TroubleWindow implements Trouble {
    private static final double WIDTH = 640;

    private final CancelSignal cancel;

    /** @param cancel closes it as a person would */
    public TroubleWindow(CancelSignal cancel) {
        this.cancel = cancel;
    }

    @Override
    public void tell(DeskException problem) {
        show(problem, null);
    }

    @Override
    public boolean askForNewLibrary(DeskException problem, String keptAs) {
        return show(problem, keptAs);
    }

    private boolean show(DeskException problem, @Nullable String keptAs) {
        AtomicBoolean wanted = new AtomicBoolean();
        Toolkit.runUntilClosed(closed -> {
            cancel.onCancel(closed);
            Stage stage = new Stage();
            TroublePage page = new TroublePage(
                    new Texts(Language.of(Locale.getDefault())),
                    problem,
                    keptAs,
                    () -> {
                        wanted.set(true);
                        stage.close();
                    },
                    stage::close);
            stage.setScene(scene(page));
            stage.setTitle("Slipway");
            stage.setOnHidden(event -> closed.run());
            stage.show();
        });
        return wanted.get();
    }

    static Scene scene(TroublePage page) {
        page.setPrefWidth(WIDTH);
        Scene scene = new Scene(page);
        new Theme().dress(scene);
        return scene;
    }
}
