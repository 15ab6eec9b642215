package dev.slipway.server.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a request that came to nothing is made again: eight tries within a day. */
final class RetryPlan {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(8),
            Duration.ofHours(8));

    private RetryPlan() {}

    /** @param made how many tries there were; empty once that is enough */
    static Optional<Duration> pauseAfter(int made) {
        return made <= PAUSES.size() ? Optional.of(PAUSES.get(made - 1)) : Optional.empty();
    }
}
