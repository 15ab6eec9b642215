package dev.slipway.desk.launch.underway;

/** What a launch's pages look like; unlike its state it stays the same while something advances. */
public enum LaunchKind {
    NOTHING,
    PAYING,
    ASKING,
    IN_BROWSER,
    ELSEWHERE,
    PAY_STOPPED,
    PAID,
    LAUNCHING,
    LAUNCH_STOPPED,
    PUBLISHED;

    static LaunchKind of(LaunchState state) {
        return switch (state) {
            case LaunchState.Nothing nothing -> NOTHING;
            case LaunchState.Working working -> working.half() == LaunchState.Half.PAY ? PAYING : LAUNCHING;
            case LaunchState.Asking asking -> ASKING;
            case LaunchState.InBrowser browser -> IN_BROWSER;
            case LaunchState.Elsewhere elsewhere -> ELSEWHERE;
            case LaunchState.Stopped stopped -> stopped.half() == LaunchState.Half.PAY ? PAY_STOPPED : LAUNCH_STOPPED;
            case LaunchState.Paid paid -> PAID;
            case LaunchState.OnPage page -> PUBLISHED;
        };
    }

    /** Whether something is under way that can be stopped. */
    boolean isBusy() {
        return this == PAYING || this == ASKING || this == IN_BROWSER || this == ELSEWHERE || this == LAUNCHING;
    }

    /** Whether something is under way that waits for nobody. */
    public boolean isWorking() {
        return this == PAYING || this == LAUNCHING;
    }
}
