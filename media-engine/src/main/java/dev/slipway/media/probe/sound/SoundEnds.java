package dev.slipway.media.probe.sound;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Until when the sound tracks of a file go on, by their packets. */
public final class SoundEnds {
    /** A packet counts where another one leads up to it, so that a single wrong time does not stretch the film. */
    private static final long CONNECTED_MICROS = 1_000_000;

    private final Map<Integer, End> ends = new HashMap<>();

    private static final class End {
        private long previous;
        private long latest;
    }

    public void add(Packet packet, Timebase timebase) {
        long time = packet.pts() != Timebase.NONE ? packet.pts() : packet.dts();
        if (time == Timebase.NONE || packet.size() == 0) {
            return;
        }
        long start = timebase.toMicros(time);
        long until = start + timebase.toMicros(packet.duration());
        End end = ends.computeIfAbsent(packet.track(), track -> newEnd(start));
        if (Math.abs(start - end.previous) <= CONNECTED_MICROS) {
            end.latest = Math.max(end.latest, until);
        }
        end.previous = until;
    }

    private static End newEnd(long start) {
        End end = new End();
        end.previous = start;
        end.latest = start;
        return end;
    }

    /** On the file's own clock; empty where the track has no packet. */
    public OptionalLong micros(int track) {
        End end = ends.get(track);
        return end == null ? OptionalLong.empty() : OptionalLong.of(end.latest);
    }
}
