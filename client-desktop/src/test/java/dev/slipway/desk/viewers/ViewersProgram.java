package dev.slipway.desk.viewers;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.testing.screen.ScreenShot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;

/** Shows a finished folder in a process of its own, whose sound output the test chooses, and says what comes of it. */
final class ViewersProgram {
    private ViewersProgram() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) {
        HeadlessWindow.start();
        Background background = new Background(HeadlessWindow.ui());
        ViewersModel model = new ViewersModel(Path.of(arguments[0]), background);
        List<String> end = new ArrayList<>();
        try (HeadlessWindow window = HeadlessWindow.show(
                () -> new Scene(new ViewersSection(model, new Texts(Language.ENGLISH))), 800, 600)) {
            HeadlessWindow.onUi(model::open);
            HeadlessWindow.await("it plays or says why not", () -> {
                String seen = seen(window, model);
                if (!seen.isEmpty()) {
                    end.add(seen);
                }
                return !end.isEmpty();
            });
            ScreenShot.save(window.scene().getRoot(), "viewers");
        }
        System.out.println("RESULT " + end.getFirst());
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String seen(HeadlessWindow window, ViewersModel model) {
        if (model.state().get() instanceof ViewersState.NoPlayer(var reason)) {
            return "no player: " + reason;
        }
        return window.first("#viewers-screen") instanceof MediaScreen screen && screen.seconds() > 1 ? "played" : "";
    }
}
