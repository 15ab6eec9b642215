package dev.slipway.desk.profile;

import dev.slipway.desk.language.Texts;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** A picture with a square on it, which is dragged or moved with the arrow keys; + and − change its size. */
public final class CropBox extends StackPane {
    private static final double LARGEST = 360;
    private static final double SMALLEST_SIDE = 0.1;
    private static final double STEP = 0.02;

    private final DoubleProperty left = new SimpleDoubleProperty(this, "left", 0.5);
    private final DoubleProperty top = new SimpleDoubleProperty(this, "top", 0.5);
    private final DoubleProperty side = new SimpleDoubleProperty(this, "side", 1);
    private final double width;
    private final double height;
    private final Pane overlay = new Pane();
    private double grabbedX;
    private double grabbedY;

    public CropBox(Image picture, Texts texts) {
        double scale = Math.min(1, LARGEST / Math.max(picture.getWidth(), picture.getHeight()));
        width = picture.getWidth() * scale;
        height = picture.getHeight() * scale;
        getStyleClass().add("crop-box");
        setId("crop");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.of("avatar.crop"));
        accessibleHelpProperty().bind(texts.of("avatar.crop.hint"));
        ImageView view = new ImageView(picture);
        view.setFitWidth(width);
        view.setFitHeight(height);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPadding(new Insets(2));
        overlay.setPrefSize(width, height);
        getChildren().addAll(view, overlay);
        setOnMousePressed(this::grab);
        setOnMouseDragged(this::drag);
        setOnKeyPressed(this::key);
        left.addListener(change -> draw());
        top.addListener(change -> draw());
        side.addListener(change -> draw());
        draw();
    }

    /** Of the shorter side, from 0.1 to 1; the square keeps its middle where it can. */
    public DoubleProperty side() {
        return side;
    }

    public Square chosen() {
        return new Square(left.get(), top.get(), side.get());
    }

    /** To another size, about the same middle where that is possible. */
    public void resize(double wanted) {
        double before = length();
        double x = left.get() * (width - before);
        double y = top.get() * (height - before);
        side.set(Math.clamp(wanted, SMALLEST_SIDE, 1));
        place(x + (before - length()) / 2, y + (before - length()) / 2);
    }

    private void grab(MouseEvent event) {
        requestFocus();
        grabbedX = event.getX();
        grabbedY = event.getY();
    }

    private void drag(MouseEvent event) {
        move(event.getX() - grabbedX, event.getY() - grabbedY);
        grabbedX = event.getX();
        grabbedY = event.getY();
    }

    private void key(KeyEvent event) {
        double step = STEP * Math.min(width, height);
        switch (event.getCode()) {
            case LEFT -> move(-step, 0);
            case RIGHT -> move(step, 0);
            case UP -> move(0, -step);
            case DOWN -> move(0, step);
            case PLUS, ADD, EQUALS -> resize(side.get() + STEP);
            case MINUS, SUBTRACT -> resize(side.get() - STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** By pixels of the box. */
    private void move(double x, double y) {
        place(left.get() * (width - length()) + x, top.get() * (height - length()) + y);
    }

    /** In pixels of the box; the square stays within the picture. */
    private void place(double x, double y) {
        left.set(share(x, width - length()));
        top.set(share(y, height - length()));
    }

    /** Where there is no room it lies in the middle. */
    private static double share(double place, double room) {
        return room <= 0 ? 0.5 : Math.clamp(place, 0, room) / room;
    }

    private double length() {
        return side.get() * Math.min(width, height);
    }

    private void draw() {
        Rectangle square =
                new Rectangle(left.get() * (width - length()), top.get() * (height - length()), length(), length());
        Shape around = Shape.subtract(new Rectangle(width, height), square);
        if (around instanceof Path path) {
            path.getStyleClass().add("crop-outside");
        }
        square.getStyleClass().add("crop-square");
        overlay.getChildren().setAll(around, square);
    }
}
