package dev.slipway.media.plan;

import dev.slipway.model.media.Rational;

/**
 * The grid that every output shares: pictures at a constant rate from 0, segments of 4 s that begin at the first picture
 * at or after each k · 4 s, and chunks of five whole segments. Because it depends on rate and length alone, all rungs
 * have their key frames at identical times, and a resumed run cuts where an unbroken one did.
 *
 * @param rate pictures a second
 * @param frames how many pictures there are, at least one
 */
public record Timeline(Rational rate, long frames) {
    public static final int SEGMENT_SECONDS = 4;
    public static final int SEGMENTS_PER_CHUNK = 5;
    private static final long MICROS = 1_000_000;

    public Timeline {
        if (frames < 1 || rate.numerator() < 1) {
            throw new IllegalArgumentException("a time line needs a rate above 0 and at least one picture");
        }
    }

    /** The number of the picture nearest to a time. */
    public long frameAt(long micros) {
        long scaled = Math.multiplyExact(micros, rate.numerator());
        return Math.floorDiv(
                Math.addExact(scaled, rate.denominator() * MICROS / 2), Math.multiplyExact(rate.denominator(), MICROS));
    }

    /** The number of the picture that is on the screen at a time; the last one's time is until the end. */
    public long shownAt(long micros) {
        long nearest = frameAt(micros);
        return Math.clamp(microsAt(nearest) > micros ? nearest - 1 : nearest, 0, frames - 1);
    }

    /** When a picture is shown, rounded down. */
    public long microsAt(long frame) {
        return Math.multiplyExact(frame, rate.denominator() * MICROS) / rate.numerator();
    }

    public long durationMicros() {
        return microsAt(frames);
    }

    /** The first picture at or after {@code segment} · 4 s. */
    public long segmentStart(long segment) {
        return Math.ceilDiv(segment * SEGMENT_SECONDS * rate.numerator(), rate.denominator());
    }

    public long segmentOf(long frame) {
        return frame * rate.denominator() / (SEGMENT_SECONDS * rate.numerator());
    }

    public long segments() {
        return segmentOf(frames - 1) + 1;
    }

    public boolean startsSegment(long frame) {
        return segmentStart(segmentOf(frame)) == frame;
    }

    public int chunks() {
        return chunkOf(frames - 1) + 1;
    }

    public int chunkOf(long frame) {
        return Math.toIntExact(segmentOf(frame) / SEGMENTS_PER_CHUNK);
    }

    public long chunkStart(int chunk) {
        return segmentStart((long) chunk * SEGMENTS_PER_CHUNK);
    }

    /** The picture after the last one of a chunk. */
    public long chunkEnd(int chunk) {
        return Math.min(frames, chunkStart(chunk + 1));
    }
}
