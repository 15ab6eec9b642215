package dev.slipway.desk.sidebyside;

import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** A picture through a loupe: dragged or moved with the arrow keys, made larger with the wheel or + and −. */
final class LoupePane extends Region {
    private static final double STEP = 0.1;
    private static final double TIMES = 1.25;

    private final Loupe loupe;
    private final double pictureWidth;
    private final double pictureHeight;
    private final ImageView view;
    private double grabbedX;
    private double grabbedY;

    /** @param picture may still be on its way; its size is known */
    LoupePane(Image picture, double pictureWidth, double pictureHeight, Loupe loupe) {
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
        this.loupe = loupe;
        view = new ImageView(picture);
        view.setManaged(false);
        // Pixels are what is to be judged.
        view.setSmooth(false);
        getStyleClass().add("loupe");
        prefHeightProperty().bind(widthProperty().multiply(pictureHeight / pictureWidth));
        setMinHeight(USE_PREF_SIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(view);
        InvalidationListener moved = change -> requestLayout();
        loupe.zoom().addListener(moved);
        loupe.x().addListener(moved);
        loupe.y().addListener(moved);
        setOnMousePressed(this::grab);
        setOnMouseDragged(this::drag);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::key);
    }

    @Override
    protected void layoutChildren() {
        double zoom = loupe.zoom().get();
        double width = pictureWidth / zoom;
        double height = pictureHeight / zoom;
        view.setViewport(new Rectangle2D(
                loupe.x().get() * pictureWidth - width / 2,
                loupe.y().get() * pictureHeight - height / 2,
                width,
                height));
        view.setSmooth(getWidth() < width);
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
    }

    private void grab(MouseEvent event) {
        requestFocus();
        grabbedX = event.getX();
        grabbedY = event.getY();
    }

    private void drag(MouseEvent event) {
        loupe.move((grabbedX - event.getX()) / getWidth(), (grabbedY - event.getY()) / getHeight());
        grabbedX = event.getX();
        grabbedY = event.getY();
    }

    /** With the shortcut key only: the page itself is scrolled with the wheel. */
    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoom(event.getDeltaY() > 0 ? TIMES : 1 / TIMES);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> loupe.move(-STEP, 0);
            case RIGHT -> loupe.move(STEP, 0);
            case UP -> loupe.move(0, -STEP);
            case DOWN -> loupe.move(0, STEP);
            case PLUS, ADD, EQUALS -> zoom(TIMES);
            case MINUS, SUBTRACT -> zoom(1 / TIMES);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void zoom(double times) {
        loupe.zoomTo(loupe.zoom().get() * times);
    }
}
