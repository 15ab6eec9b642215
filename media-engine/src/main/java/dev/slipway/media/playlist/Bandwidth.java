package dev.slipway.media.playlist;

import dev.slipway.media.mp4.Segment;
import dev.slipway.media.mp4.TrackIndex;
import java.util.List;

/**
 * Bit rates of a track in bits per second, as RFC 8216 (section 4.3.4.2) defines them.
 *
 * @param peak largest rate of any run of segments that lasts between 0.5 and 1.5 target durations
 * @param average rate of the whole track
 */
record Bandwidth(long peak, long average) {

    static final Bandwidth NONE = new Bandwidth(0, 0);

    static Bandwidth of(TrackIndex index) {
        long targetTicks = HlsPlaylists.targetSeconds(index) * index.timescale();
        long average = rate(
                index.segments().stream()
                        .mapToLong(segment -> segment.bytes().size())
                        .sum(),
                index.mediaTicks(),
                index.timescale());
        long peak = average;
        for (int first = 0; first < index.segments().size(); first++) {
            peak = Math.max(peak, peakFrom(index, first, targetTicks));
        }
        return new Bandwidth(peak, average);
    }

    Bandwidth plus(Bandwidth other) {
        return new Bandwidth(peak + other.peak, average + other.average);
    }

    private static long peakFrom(TrackIndex index, int first, long targetTicks) {
        List<Segment> segments = index.segments();
        long bytes = 0;
        long ticks = 0;
        long peak = 0;
        for (int i = first; i < segments.size(); i++) {
            bytes += segments.get(i).bytes().size();
            ticks += segments.get(i).durationTicks();
            if (ticks * 2 > targetTicks * 3) {
                break;
            }
            if (ticks * 2 >= targetTicks) {
                peak = Math.max(peak, rate(bytes, ticks, index.timescale()));
            }
        }
        return peak;
    }

    private static long rate(long bytes, long ticks, long timescale) {
        return (long) Math.ceil(bytes * 8.0 * timescale / ticks);
    }
}
