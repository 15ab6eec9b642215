package dev.slipway.media.probe.sound;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Until when the sound tracks of a file go on, by their packets. */
public final class SoundEnds {
    /** A packet counts where another one leads up to it, so that a single wrong time does not stretch the film. */
    private static final long CONNECTED_MICROS = 1_000_000;

    /** What a packet says of its own length is believed so far: codecs put some hundredths of a second into one. */
    private static final long MOST_PACKET_MICROS = 1_000_000;

    /** As many seconds as a day has, and some: only wrong times break a sound more often. */
    private static final int MOST_RUNS = 100_000;

    private final Map<Integer, Track> tracks = new HashMap<>();

    /** Packets that lead up to one another make a run. */
    private static final class Track {
        private final NavigableMap<Long, Long> runs = new TreeMap<>();
        private long start;
        private long previous;

        private Track(long start) {
            this.start = start;
            this.previous = start;
            runs.put(start, start);
        }

        private void add(long from, long until) {
            if (Math.abs(from - previous) > CONNECTED_MICROS) {
                start = from;
            } else if (runs.size() < MOST_RUNS || runs.containsKey(start)) {
                runs.merge(start, until, Math::max);
            }
            previous = until;
        }
    }

    public void add(Packet packet, Timebase timebase) {
        long time = packet.pts() != Timebase.NONE ? packet.pts() : packet.dts();
        if (time == Timebase.NONE || packet.size() == 0) {
            return;
        }
        long from = timebase.toMicros(time);
        long until = from + Math.min(timebase.toMicros(packet.duration()), MOST_PACKET_MICROS);
        tracks.computeIfAbsent(packet.track(), track -> new Track(from)).add(from, until);
    }

    /**
     * On the file's own clock; empty where the track has no packet that belongs to the picture.
     *
     * @param pictureEnd what begins well after it is another recording, or a wrong time
     */
    public OptionalLong micros(int track, long pictureEnd) {
        Track found = tracks.get(track);
        return found == null
                ? OptionalLong.empty()
                : found.runs.headMap(pictureEnd + CONNECTED_MICROS, true).values().stream()
                        .mapToLong(Long::longValue)
                        .max();
    }

    /** When the first sound of any track begins, on the file's own clock; empty where there is none. */
    public OptionalLong beginMicros() {
        return tracks.values().stream()
                .flatMap(track -> track.runs.entrySet().stream())
                .filter(run -> run.getValue() > run.getKey())
                .mapToLong(Map.Entry::getKey)
                .min();
    }
}
