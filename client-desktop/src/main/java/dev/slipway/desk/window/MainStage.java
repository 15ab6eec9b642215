package dev.slipway.desk.window;

import dev.slipway.desk.library.VideoChooser;
import dev.slipway.desk.theme.Theme;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/** The window on the screen. To be used on its thread. */
final class MainStage {
    private final Stage stage = new Stage();

    /** @param closed is called when a person has closed it */
    MainStage(DeskModel model, KeptBounds bounds, Runnable closed) {
        stage.setScene(scene(model, new FileDialog(stage, model.texts())));
        stage.setTitle("Slipway");
        stage.setOnHidden(event -> closed.run());
        bounds.apply(stage);
    }

    static Scene scene(DeskModel model, VideoChooser chooser) {
        Scene scene = new Scene(new Shell(model, chooser));
        Theme theme = new Theme();
        theme.appearance().bindBidirectional(model.settings().appearance());
        theme.dress(scene);
        shortcuts(scene, model, chooser);
        // Whoever types or presses is there: the wallet need not lock itself.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> model.wallet().used());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.wallet().used());
        return scene;
    }

    /** Control on most systems, Command on macOS. */
    private static void shortcuts(Scene scene, DeskModel model, VideoChooser chooser) {
        scene.getAccelerators()
                .put(KeyCombination.valueOf("Shortcut+O"), () -> model.library().add(chooser.choose()));
        for (Place place : Place.values()) {
            scene.getAccelerators()
                    .put(KeyCombination.valueOf("Shortcut+" + (place.ordinal() + 1)), () -> model.go(place));
        }
    }

    void show() {
        stage.show();
    }

    /** Calls back once its first picture has been painted: the second time that one is about to be. */
    void whenPainted(Runnable action) {
        new AnimationTimer() {
            private boolean isSecond;

            @Override
            public void handle(long now) {
                if (isSecond) {
                    stop();
                    action.run();
                }
                isSecond = true;
            }
        }.start();
    }

    void close() {
        stage.close();
    }

    /** Whether the person looks at it. */
    boolean isFocused() {
        return stage.isFocused();
    }

    void bringToFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }
}
