package dev.slipway.media.timestamp;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the jumps in the picture track of a joined recording and takes them out. Decode times only ever grow, so one
 * that falls back, or leaps, is a jump; presentation times may go back and forth. The same packets give the same jumps.
 */
public final class PictureClock {
    static final long BACKWARD_MICROS = 100_000;
    static final long FORWARD_MICROS = 10_000_000;

    /** More joins than that are noise. */
    private static final int MOST_JUMPS = 10_000;

    private final Timebase timebase;
    private final List<Jump> jumps = new ArrayList<>();
    private long last = Timebase.NONE;
    private long step;
    private long offset;

    public PictureClock(Timebase timebase) {
        this.timebase = timebase;
    }

    /** Moves the packet's times to where they belong. */
    public void correct(Packet packet) {
        if (packet.dts() != Timebase.NONE) {
            follow(packet.dts(), packet.duration());
        }
        packet.shift(offset);
    }

    private void follow(long time, long duration) {
        if (last != Timebase.NONE) {
            long expected = last + step;
            boolean back = time < last - timebase.fromMicros(BACKWARD_MICROS);
            boolean leap = time > expected + timebase.fromMicros(FORWARD_MICROS);
            if ((back || leap) && jumps.size() < MOST_JUMPS) {
                offset = Math.addExact(offset, Math.subtractExact(expected, time));
                jumps.add(new Jump(timebase.toMicros(expected), timebase.toMicros(time), timebase.toMicros(offset)));
            } else if (time > last) {
                step = duration > 0 ? duration : time - last;
            }
        }
        last = time;
    }

    public List<Jump> jumps() {
        return List.copyOf(jumps);
    }
}
