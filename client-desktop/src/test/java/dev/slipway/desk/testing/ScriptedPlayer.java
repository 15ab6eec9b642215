package dev.slipway.desk.testing;

import dev.slipway.desk.prepare.Preview;
import dev.slipway.media.PreviewSession;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.media.preview.picture.PictureRing;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A player's worker that paints its pictures: a sun that crosses the sky within the film, at 25 pictures a second. */
public final class ScriptedPlayer implements Preview {
    public static final long DURATION = 130_400_000;
    public static final long FRAME = 40_000;
    private static final Size SIZE = new Size(640, 360);
    private static final int SLOTS = 8;

    private final PreviewSession.Listener listener;
    private final PictureRing ring;
    private final Deque<Integer> free = new ArrayDeque<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
    private final List<PreviewCommand> told = new CopyOnWriteArrayList<>();
    private int needlessReleases;
    private boolean closed;

    ScriptedPlayer(PreviewRequest request, PreviewSession.Listener listener, PreviewEvent.Clock clock) {
        this.listener = listener;
        try {
            Files.createDirectories(Objects.requireNonNull(request.ring().getParent()));
            ring = PictureRing.create(request.ring(), SIZE, SLOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.told(new PreviewEvent.Opened(SIZE, SLOTS, DURATION, FRAME, clock));
    }

    /** Everything it was told, in its order. */
    public List<PreviewCommand> told() {
        return List.copyOf(told);
    }

    /** Offers pictures of these moments as posters. */
    public void offer(byte[] jpeg, long... moments) {
        listener.told(new PreviewEvent.Posters(Arrays.stream(moments)
                .mapToObj(micros -> new PreviewEvent.Poster(micros, jpeg))
                .toList()));
    }

    /** Ends it as a kill would. */
    public void die() {
        listener.ended(137, List.of("killed by the test"));
    }

    /** Comes to the end of what is played. */
    public void end(long generation) {
        listener.told(new PreviewEvent.Ended(generation, DURATION, 10, 0));
    }

    /** Shows a picture of an earlier wish, as a worker that is behind would. */
    public void showLate(long generation, long micros) {
        show(generation, micros, PreviewEvent.Kind.EXACT);
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    public synchronized int freeSlots() {
        return free.size();
    }

    /** How often a slot was given back that nobody had. */
    public synchronized int needlessReleases() {
        return needlessReleases;
    }

    @Override
    public synchronized void tell(PreviewCommand command) {
        told.add(command);
        switch (command) {
            case PreviewCommand.Show(long generation, long micros, PreviewCommand.Nearness nearness) ->
                show(
                        generation,
                        micros / FRAME * FRAME,
                        nearness == PreviewCommand.Nearness.EXACT ? PreviewEvent.Kind.EXACT : PreviewEvent.Kind.PROXY);
            case PreviewCommand.Step(long generation, long micros, int pictures) ->
                show(generation, Math.max(0, micros / FRAME + pictures) * FRAME, PreviewEvent.Kind.EXACT);
            case PreviewCommand.Play(long generation, long micros, long until) ->
                show(generation, micros / FRAME * FRAME, PreviewEvent.Kind.EXACT);
            case PreviewCommand.Release(int slot) -> release(slot);
            case PreviewCommand.Strip(int count) -> strip(count);
            case PreviewCommand.Pause pause -> {
                // It stands still anyway.
            }
            case PreviewCommand.Volume volume -> {
                // Nothing is heard.
            }
        }
    }

    private void release(int slot) {
        if (free.contains(slot)) {
            needlessReleases++;
        } else {
            free.add(slot);
        }
    }

    private synchronized void show(long generation, long micros, PreviewEvent.Kind kind) {
        Integer slot = free.poll();
        if (slot != null) {
            paint(micros, slot);
            listener.told(new PreviewEvent.Shown(generation, slot, micros, kind));
        }
    }

    private void strip(int count) {
        for (int index = 0; index < count; index++) {
            long micros = DURATION * (2L * index + 1) / (2L * count);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try {
                ImageIO.write(picture(micros, 160, 90), "jpg", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            listener.told(new PreviewEvent.Strip(index, count, micros, file.toByteArray()));
        }
    }

    private void paint(long micros, int slot) {
        BufferedImage picture = picture(micros, SIZE.width(), SIZE.height());
        int[] pixels = picture.getRGB(0, 0, SIZE.width(), SIZE.height(), null, 0, SIZE.width());
        ByteBuffer target = ring.slot(slot).order(ByteOrder.LITTLE_ENDIAN);
        for (int pixel : pixels) {
            target.putInt(pixel | 0xff000000);
        }
    }

    private static BufferedImage picture(long micros, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x2b5d86), 0, height, new Color(0xe8b06b)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xfff1c9));
        int radius = height / 10;
        pen.fillOval((int) (micros * (width - 2L * radius) / DURATION), height / 3, 2 * radius, 2 * radius);
        pen.setColor(new Color(0x1c2b33));
        pen.fillRect(0, height * 4 / 5, width, height / 5);
        pen.dispose();
        return picture;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
