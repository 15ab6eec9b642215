package dev.slipway.media.mp4;

import dev.slipway.model.media.Rational;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a playlist needs to know of one finished file, read from the file's own boxes.
 *
 * @param codec short name as in the manifest: vp9, av1, h264, opus, aac
 * @param codecs the codecs parameter of RFC 6381, from the sample entry's configuration box
 * @param width pixels, 0 for sound
 * @param height pixels, 0 for sound
 * @param channels 0 for pictures
 * @param sampleRate hertz, 0 for pictures
 * @param timescale ticks in a second
 * @param bytes size of the whole file
 * @param init {@code ftyp} and {@code moov}
 * @param segmentIndex the {@code sidx} box, found to agree with the fragments; null where the file has none
 * @param samples coded pictures, or packets of sound
 * @param editOffsetTicks media time at which the presentation begins (Opus pre-skip); negative after an empty edit
 */
public record TrackIndex(
        TrackKind kind,
        String codec,
        String codecs,
        int width,
        int height,
        int channels,
        int sampleRate,
        long timescale,
        long bytes,
        ByteRange init,
        @Nullable ByteRange segmentIndex,
        List<Segment> segments,
        long samples,
        long editOffsetTicks) {

    private static final BigInteger MICROS = BigInteger.valueOf(1_000_000);

    public TrackIndex {
        segments = List.copyOf(segments);
    }

    /** Length of the media, without what the edit list hides at its start. */
    public long durationMicros() {
        return micros(segments.getLast().endTicks() - segments.getFirst().startTicks() - Math.max(0, hiddenTicks()));
    }

    /** Sum of the samples' durations, which is what the segments of a playlist add up to. */
    public long mediaTicks() {
        return segments.stream().mapToLong(Segment::durationTicks).sum();
    }

    /** Average over the whole track. */
    public Rational frameRate() {
        return new Rational(Math.multiplyExact(samples, timescale), mediaTicks());
    }

    /** Ticks to microseconds, rounded down. */
    public long micros(long ticks) {
        return BigInteger.valueOf(ticks)
                .multiply(MICROS)
                .divide(BigInteger.valueOf(timescale))
                .longValueExact();
    }

    private long hiddenTicks() {
        return editOffsetTicks - segments.getFirst().startTicks();
    }
}
