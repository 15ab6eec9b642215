package dev.slipway.desk.launch.underway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How quickly an upload goes, from what came within the last seconds. */
final class UploadPace {
    private static final Duration LOOKED_AT = Duration.ofSeconds(8);
    /** Before that much time has passed a speed would be a guess. */
    private static final double LEAST_SECONDS = 0.5;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant time, double bytes) {}

    /** @param bytes that are there in all */
    void add(Instant time, double bytes) {
        if (!samples.isEmpty() && bytes < samples.getLast().bytes()) {
            samples.clear();
        }
        samples.add(new Sample(time, bytes));
        while (samples.getFirst().time().plus(LOOKED_AT).isBefore(time)) {
            samples.removeFirst();
        }
    }

    /** In bytes a second; 0 while nobody knows. */
    double bytesPerSecond() {
        if (samples.isEmpty()) {
            return 0;
        }
        double seconds =
                Duration.between(samples.getFirst().time(), samples.getLast().time())
                                .toNanos()
                        / 1e9;
        double bytes = samples.getLast().bytes() - samples.getFirst().bytes();
        return seconds < LEAST_SECONDS ? 0 : bytes / seconds;
    }
}
