package dev.slipway.desk.prepare.making;

/** What the page looks like; unlike the state it stays the same while the numbers run. */
public enum MakingKind {
    NOTHING,
    WAITING,
    RUNNING,
    PAUSED,
    FAILED,
    DONE;

    static MakingKind of(MakingState state) {
        return switch (state) {
            case MakingState.Nothing nothing -> NOTHING;
            case MakingState.Waiting waiting -> WAITING;
            case MakingState.Running running -> RUNNING;
            case MakingState.Paused paused -> PAUSED;
            case MakingState.Failed failed -> FAILED;
            case MakingState.Done done -> DONE;
        };
    }

    /** Whether wishes may not be changed now. */
    public boolean isBusy() {
        return this == WAITING || this == RUNNING;
    }
}
