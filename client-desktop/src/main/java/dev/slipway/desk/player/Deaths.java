package dev.slipway.desk.player;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts how often a worker died of late. */
final class Deaths {
    private final InstantSource clock;
    private final int most;
    private final Duration within;
    private final Deque<Instant> times = new ArrayDeque<>();

    Deaths(InstantSource clock, int most, Duration within) {
        this.clock = clock;
        this.most = most;
        this.within = within;
    }

    /** @return false where there were too many within the time */
    boolean oneMore() {
        Instant now = clock.instant();
        times.addLast(now);
        while (times.getFirst().isBefore(now.minus(within))) {
            times.removeFirst();
        }
        return times.size() < most;
    }
}
