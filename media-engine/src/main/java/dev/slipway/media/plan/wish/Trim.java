package dev.slipway.media.plan.wish;

/** A part of the source, in microseconds from its first picture; the end is not part of it. */
public record Trim(long fromMicros, long untilMicros) {

    public Trim {
        if (fromMicros < 0 || untilMicros <= fromMicros) {
            throw new IllegalArgumentException("a trim must end after it begins, and begin at 0 or later");
        }
    }
}
