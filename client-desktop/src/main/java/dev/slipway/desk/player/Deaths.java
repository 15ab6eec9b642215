package dev.slipway.desk.player;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts how often a worker died of late, or without ever opening the film. */
final class Deaths {
    private final InstantSource clock;
    private final int most;
    private final Duration within;
    private final Deque<Instant> times = new ArrayDeque<>();
    private int unopened;

    Deaths(InstantSource clock, int most, Duration within) {
        this.clock = clock;
        this.most = most;
        this.within = within;
    }

    /** The film is open: those who could not open it are forgotten. */
    void opened() {
        unopened = 0;
    }

    /** @return false where there were too many within the time, or as many that never opened it, however long they took */
    boolean oneMore() {
        Instant now = clock.instant();
        times.addLast(now);
        while (times.getFirst().isBefore(now.minus(within))) {
            times.removeFirst();
        }
        unopened++;
        boolean tooMany = unopened >= most || times.size() >= most;
        if (tooMany) {
            unopened = 0; // who opens it by hand has as many again
        }
        return !tooMany;
    }
}
