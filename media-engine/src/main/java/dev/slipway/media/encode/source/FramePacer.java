package dev.slipway.media.encode.source;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lays decoded pictures on the time line's even grid: each place shows the last picture whose own time rounds to it or
 * to an earlier one. What a place shows depends on the pictures' times alone and not on where reading began, so a
 * resumed run gets the same. The first picture also stands for the places before it.
 */
public final class FramePacer implements AutoCloseable {
    private final Timeline timeline;
    private final Consumer<Frame> output;
    private @Nullable Frame held;
    private long heldPlace = Long.MIN_VALUE;
    private long next;

    /** @param output takes the frame over; its time is its number on the time line */
    public FramePacer(Timeline timeline, long firstPlace, Consumer<Frame> output) {
        this.timeline = timeline;
        this.next = firstPlace;
        this.output = output;
    }

    /** @param micros the picture's time from the time line's origin */
    void accept(Frame frame, long micros) {
        long place = timeline.frameAt(micros);
        if (place < heldPlace) {
            return;
        }
        emitUntil(place);
        if (held != null) {
            held.close();
        }
        held = frame.share();
        heldPlace = place;
    }

    /** Fills the rest of the time line with the last picture. */
    public void fill() {
        emitUntil(timeline.frames());
    }

    /** The first place without a picture of its own yet. */
    public long next() {
        return Math.max(next, Math.min(heldPlace + 1, timeline.frames()));
    }

    boolean isFull() {
        return next >= timeline.frames();
    }

    private void emitUntil(long place) {
        if (held == null) {
            return;
        }
        long end = Math.min(place, timeline.frames());
        while (next < end) {
            Frame frame = held.share();
            frame.setPts(next);
            next++;
            output.accept(frame);
        }
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
