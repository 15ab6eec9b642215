package dev.slipway.media.review;

import java.util.random.RandomGenerator;

/**
 * Moments spread over a film, one at random in each of its equal parts: whoever wants to hide a picture between them does
 * not know where they are.
 */
final class Moments {
    private final long[] micros;
    private int passed;

    private Moments(long[] micros) {
        this.micros = micros;
    }

    /** @param count at least 1 */
    static Moments spread(long durationMicros, int count, RandomGenerator random) {
        long[] micros = new long[count];
        for (int i = 0; i < count; i++) {
            micros[i] = (long) ((i + random.nextDouble()) * durationMicros / count);
        }
        return new Moments(micros);
    }

    /** One in each second of the film, or fewer where that would be more than {@code most}. */
    static Moments eachSecond(long durationMicros, int most, RandomGenerator random) {
        long seconds = Math.ceilDiv(durationMicros, 1_000_000L);
        return spread(durationMicros, (int) Math.clamp(seconds, 1, most), random);
    }

    /** Whether a moment has come since the picture before; of several that have, none is left. */
    boolean isDue(long nowMicros) {
        int before = passed;
        while (passed < micros.length && micros[passed] <= nowMicros) {
            passed++;
        }
        return passed > before;
    }
}
