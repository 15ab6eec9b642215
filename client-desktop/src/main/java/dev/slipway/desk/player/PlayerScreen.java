package dev.slipway.desk.player;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The stage with the film's picture, as large as it fits. It shows the worker's memory itself: nothing is copied on the way
 * to the graphics card, so a slot is given back only when the picture after the next is there.
 */
final class PlayerScreen extends Region {
    private static final double WIDTH = 736;
    private static final double HEIGHT = WIDTH * 9 / 16;

    /** The one on the screen, and the one before it, which may still be on its way there. */
    private static final int HELD = 2;

    private final PlayerModel model;
    private int number;
    private final ImageView view = new ImageView();
    private final List<Frame> frames = new ArrayList<>();
    private final Deque<ShownPicture> held = new ArrayDeque<>();
    private final ChangeListener<@Nullable PictureMemory> follow = (observable, before, now) -> look(now);
    private final ChangeListener<@Nullable ShownPicture> show = (observable, before, now) -> show(now);

    PlayerScreen(PlayerModel model) {
        this.model = model;
        getStyleClass().add("player-screen");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(false);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        getChildren().add(view);
        sceneProperty().addListener((observable, before, now) -> hook(before, now));
    }

    /** Only what is on the screen gives pictures back: two that show the same would give each back twice. */
    private void hook(@Nullable Scene before, @Nullable Scene now) {
        if (before == null && now != null) {
            model.memory().addListener(follow);
            model.picture().addListener(show);
            look(model.memory().get());
        } else if (before != null && now == null) {
            model.memory().removeListener(follow);
            model.picture().removeListener(show);
            look(null);
        }
    }

    /** One slot as JavaFX sees it. */
    private record Frame(PixelBuffer<ByteBuffer> pixels, WritableImage image) {
        static Frame of(PictureMemory memory, int slot) {
            PixelBuffer<ByteBuffer> pixels = new PixelBuffer<>(
                    memory.width(), memory.height(), memory.slots().get(slot), PixelFormat.getByteBgraPreInstance());
            return new Frame(pixels, new WritableImage(pixels));
        }
    }

    /** The picture of a worker that is gone stays until the next one's is there. */
    private void look(@Nullable PictureMemory memory) {
        held.clear();
        frames.clear();
        if (memory != null) {
            for (int slot = 0; slot < memory.slots().size(); slot++) {
                frames.add(Frame.of(memory, slot));
            }
            number = memory.number();
            show(model.picture().get());
        }
    }

    private void show(@Nullable ShownPicture picture) {
        if (picture == null) {
            return;
        }
        if (picture.memory() != number || picture.slot() >= frames.size()) {
            model.release(picture);
            return;
        }
        Frame frame = frames.get(picture.slot());
        frame.pixels().updateBuffer(changed -> null);
        view.setImage(frame.image());
        held.addLast(picture);
        while (held.size() > HELD) {
            model.release(held.removeFirst());
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width > 0 ? Math.min(HEIGHT, width * 9 / 16) : HEIGHT;
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        double width = view.getLayoutBounds().getWidth();
        double height = view.getLayoutBounds().getHeight();
        view.relocate(Math.round((getWidth() - width) / 2), Math.round((getHeight() - height) / 2));
    }
}
