package dev.slipway.desk.bench.report;

/** How thorough a bench is. Only the full one is held to the targets. */
public enum Scale {
    /** Shows in a few minutes that everything runs; a single short round says nothing about targets. */
    QUICK(1, 8),
    FULL(5, 100);

    private final int rounds;
    private final int clipSeconds;

    Scale(int rounds, int clipSeconds) {
        this.rounds = rounds;
        this.clipSeconds = clipSeconds;
    }

    /** How often each command runs; the rounds are interleaved and their medians compared. */
    public int rounds() {
        return rounds;
    }

    public int clipSeconds() {
        return clipSeconds;
    }
}
