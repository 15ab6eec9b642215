package dev.slipway.media.plan.wish;

import org.jspecify.annotations.Nullable;

/**
 * Which pictures stand for the film.
 *
 * @param posterMicros when the poster's picture is shown, in microseconds from the source's first picture; or null for
 *     the best one
 * @param posterCandidates how many pictures to offer for another choice
 */
public record StillWishes(@Nullable Long posterMicros, int posterCandidates) {
    public static final StillWishes DEFAULT = new StillWishes(null, 0);

    private static final int MOST_CANDIDATES = 12;

    public StillWishes {
        if (posterMicros != null && posterMicros < 0) {
            throw new IllegalArgumentException("the poster's time must be 0 or later");
        }
        if (posterCandidates < 0 || posterCandidates > MOST_CANDIDATES) {
            throw new IllegalArgumentException(
                    "there can be from 1 to 12 poster candidates, or 0 for none, not " + posterCandidates);
        }
    }
}
