package dev.slipway.desk.window;

import dev.slipway.desk.background.Saving;
import javafx.beans.InvalidationListener;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a stage where it stood last time, and remembers where it is moved to. */
final class KeptBounds {
    private final Saving<WindowBounds> writing;
    private WindowBounds last;

    KeptBounds(WindowBounds last, Saving<WindowBounds> writing) {
        this.last = last;
        this.writing = writing;
    }

    void apply(Stage stage) {
        stage.setMinWidth(WindowBounds.LEAST_WIDTH);
        stage.setMinHeight(WindowBounds.LEAST_HEIGHT);
        stage.setWidth(last.width());
        stage.setHeight(last.height());
        // A screen that is gone would leave the window where nobody can reach it.
        if (!Screen.getScreensForRectangle(last.x(), last.y(), last.width(), last.height())
                .isEmpty()) {
            stage.setX(last.x());
            stage.setY(last.y());
        }
        stage.setMaximized(last.maximised());
        follow(stage);
    }

    private void follow(Stage stage) {
        InvalidationListener moved = change -> remember(stage);
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        stage.maximizedProperty().addListener(moved);
    }

    private void remember(Stage stage) {
        if (Double.isNaN(stage.getX()) || Double.isNaN(stage.getY())) {
            return;
        }
        last = stage.isMaximized()
                ? new WindowBounds(last.x(), last.y(), last.width(), last.height(), true)
                : new WindowBounds(
                        Math.round(stage.getX()),
                        Math.round(stage.getY()),
                        Math.round(stage.getWidth()),
                        Math.round(stage.getHeight()),
                        false);
        writing.offer(last);
    }
}
