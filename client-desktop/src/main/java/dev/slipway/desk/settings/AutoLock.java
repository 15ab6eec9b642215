package dev.slipway.desk.settings;

import java.time.Duration;

/** After how long without use the wallet locks itself; never is not to be had. */
public enum AutoLock {
    ONE(1),
    FIVE(5),
    TEN(10),
    THIRTY(30);

    private final int minutes;

    AutoLock(int minutes) {
        this.minutes = minutes;
    }

    int minutes() {
        return minutes;
    }

    public Duration duration() {
        return Duration.ofMinutes(minutes);
    }
}
