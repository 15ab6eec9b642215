package dev.slipway.media.timestamp;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import java.util.List;

/**
 * Takes the picture's jumps out of another track of the same source. The track makes the same jumps in the same order, a
 * little earlier or later in the file; each is recognised by the track's own clock and moved by the picture's offset, so
 * that sound and picture stay together.
 */
public final class FollowingClock {
    /** A step forward of this size is a jump where the picture's clock jumps to about the same time. */
    private static final long NOTABLE_MICROS = 1_000_000;

    private final Timebase timebase;
    private final List<Jump> jumps;
    private int passed;
    private long last = Timebase.NONE;

    public FollowingClock(Timebase timebase, List<Jump> jumps) {
        this.timebase = timebase;
        this.jumps = List.copyOf(jumps);
    }

    /** Moves the packet's times to where they belong. */
    public void correct(Packet packet) {
        long time = packet.dts() != Timebase.NONE ? packet.dts() : packet.pts();
        if (time != Timebase.NONE) {
            if (passed < jumps.size() && last != Timebase.NONE && jumps(timebase.toMicros(time), jumps.get(passed))) {
                passed++;
            }
            last = time;
        }
        if (passed > 0) {
            packet.shift(timebase.fromMicros(jumps.get(passed - 1).offsetMicros()));
        }
    }

    private boolean jumps(long micros, Jump next) {
        long lastMicros = timebase.toMicros(last);
        if (micros < lastMicros - PictureClock.BACKWARD_MICROS) {
            return true;
        }
        return micros > lastMicros + NOTABLE_MICROS
                && Math.abs(micros - next.afterMicros()) < Math.abs(micros - next.beforeMicros());
    }
}
