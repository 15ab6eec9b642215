package dev.slipway.desk.player;

import dev.slipway.media.plan.wish.Trim;
import org.jspecify.annotations.Nullable;

/**
 * What of the film is published.
 *
 * @param from in microseconds from the first picture on
 * @param until the first moment that is left out, or null for the film's end
 */
public record Cut(long from, @Nullable Long until) {
    public static final Cut NOTHING_OFF = new Cut(0, null);

    public static Cut of(@Nullable Trim trim) {
        return trim == null ? NOTHING_OFF : new Cut(trim.fromMicros(), trim.untilMicros());
    }

    /** Begins there; an end that would lie before it is given up. */
    public Cut beginningAt(long micros) {
        return new Cut(micros, until != null && until <= micros ? null : until);
    }

    /** Ends there; a beginning that would lie after it is given up. */
    public Cut endingAt(long micros) {
        return new Cut(from >= micros ? 0 : from, micros);
    }

    /**
     * @param duration of the film in microseconds
     * @return null where all of the film is published
     */
    public @Nullable Trim trim(long duration) {
        long end = until == null ? duration : Math.min(until, duration);
        return from <= 0 && end >= duration || end <= from ? null : new Trim(Math.max(0, from), end);
    }

    /** Whether the picture of that moment is published. */
    boolean holds(long micros) {
        return micros >= from && (until == null || micros < until);
    }

    /** How long what is published lasts, in microseconds. */
    public long lasts(long duration) {
        return (until == null ? duration : Math.min(until, duration)) - from;
    }
}
