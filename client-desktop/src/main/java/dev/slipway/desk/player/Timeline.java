package dev.slipway.desk.player;

import java.io.ByteArrayInputStream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The film from left to right: small pictures of it, where it stands, and what is cut off on both sides. Dragging scrubs;
 * letting go searches the very picture. With the keyboard: arrows go picture by picture, with Shift second by second.
 */
final class Timeline extends Pane {
    static final int PICTURES = 12;

    private static final double HEIGHT = 56;
    private static final double HEAD_WIDTH = 3;
    private static final long SECOND = 1_000_000;

    private final PlayerModel model;
    private final ObjectProperty<Cut> cut;
    private final Pane pictures = new Pane();
    private final Region before = shade();
    private final Region after = shade();
    private final Region head = new Region();
    private final ListChangeListener<StripPicture> refill = change -> fill();
    private final InvalidationListener moved = change -> place();

    Timeline(PlayerModel model, ObjectProperty<Cut> cut) {
        this.model = model;
        this.cut = cut;
        getStyleClass().add("timeline");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        head.getStyleClass().add("timeline-head");
        getChildren().addAll(pictures, before, after, head);
        for (Region part : new Region[] {pictures, before, after, head}) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        Rectangle rounded = new Rectangle();
        rounded.setArcWidth(12);
        rounded.setArcHeight(12);
        rounded.widthProperty().bind(widthProperty());
        rounded.heightProperty().bind(heightProperty());
        pictures.setClip(rounded);
        model.strip().addListener(new WeakListChangeListener<>(refill));
        for (Observable shown : new Observable[] {model.position(), model.duration(), cut}) {
            shown.addListener(new WeakInvalidationListener(moved));
        }
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> model.scrub(moment(event)));
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.seek(moment(event)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        fill();
    }

    private static Region shade() {
        Region shade = new Region();
        shade.getStyleClass().add("timeline-shade");
        return shade;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        model.scrub(moment(event));
        event.consume();
    }

    private long moment(MouseEvent event) {
        double share = getWidth() > 0 ? Math.clamp(event.getX() / getWidth(), 0, 1) : 0;
        return Math.round(share * model.duration().get());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> go(event.isShiftDown(), -1);
            case RIGHT -> go(event.isShiftDown(), 1);
            case HOME -> model.seek(0);
            case END -> model.seek(model.duration().get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(boolean bySecond, int direction) {
        if (bySecond) {
            model.seek(model.position().get() + direction * SECOND);
        } else {
            model.step(direction);
        }
    }

    private void fill() {
        pictures.getChildren().clear();
        model.strip().forEach(small -> pictures.getChildren().add(picture(small)));
        requestLayout();
    }

    /** A JPEG file of a few kilobytes is read within a millisecond. */
    private static ImageView picture(StripPicture small) {
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(small.jpeg())));
        view.setManaged(false);
        view.setUserData(small);
        return view;
    }

    @Override
    protected void layoutChildren() {
        pictures.resizeRelocate(0, 0, getWidth(), HEIGHT);
        for (var child : pictures.getChildren()) {
            if (child instanceof ImageView view && view.getUserData() instanceof StripPicture small) {
                cover(view, small);
            }
        }
        place();
    }

    /** Fills its place between two whole pixels, and what is too much of one side is cut off. */
    private void cover(ImageView view, StripPicture small) {
        double left = Math.floor(small.index() * getWidth() / small.count());
        double width = Math.floor((small.index() + 1) * getWidth() / small.count()) - left;
        Image image = view.getImage();
        double scale = Math.max(width / image.getWidth(), HEIGHT / image.getHeight());
        double shownWidth = width / scale;
        double shownHeight = HEIGHT / scale;
        view.setViewport(new Rectangle2D(
                (image.getWidth() - shownWidth) / 2, (image.getHeight() - shownHeight) / 2, shownWidth, shownHeight));
        view.setFitWidth(width);
        view.setFitHeight(HEIGHT);
        view.relocate(left, 0);
    }

    private void place() {
        long all = model.duration().get();
        Cut now = cut.get();
        double from = x(now.from(), all);
        double until = now.until() == null ? getWidth() : x(now.until(), all);
        before.resizeRelocate(0, 0, from, HEIGHT);
        after.resizeRelocate(until, 0, Math.max(0, getWidth() - until), HEIGHT);
        double at = x(model.position().get(), all);
        head.resizeRelocate(
                Math.clamp(at - HEAD_WIDTH / 2, 0, Math.max(0, getWidth() - HEAD_WIDTH)), 0, HEAD_WIDTH, HEIGHT);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    private double x(long micros, long all) {
        return all == 0 ? 0 : getWidth() * Math.clamp((double) micros / all, 0, 1);
    }

    /** In seconds, for a screen reader. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> model.position().get() / 1e6;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> model.duration().get() / 1e6;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
