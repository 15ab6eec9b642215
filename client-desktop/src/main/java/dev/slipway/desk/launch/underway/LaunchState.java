package dev.slipway.desk.launch.underway;

import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** How far a publication's launch is. */
sealed interface LaunchState {

    /** Nothing was signed or paid. */
    record Nothing() implements LaunchState {}

    /**
     * A step is under way.
     *
     * @param half what was begun
     * @param fraction of the step, from 0 to 1
     * @param words of the step, in its own terms
     */
    record Working(Half half, Step step, double fraction, String words) implements LaunchState {}

    /** Nothing happens until the person has answered. */
    record Asking(Question question) implements LaunchState {}

    /** Nothing happens until the person has done in the browser what its page asks for. */
    record InBrowser(BrowserStage stage) implements LaunchState {}

    /** Nothing happens until somebody has paid with a wallet that this desk knows nothing of. */
    record Elsewhere(PaymentRequest request, Time time) implements LaunchState {}

    /** Whether somebody should still pay. */
    enum Time {
        LEFT,
        OVER
    }

    /** The payment is in a block; the files may be brought. */
    record Paid(Receipt receipt) implements LaunchState {}

    /**
     * Stopped by a person, a failure, or the end of the program; it goes on from there.
     *
     * @param problem null where nothing went wrong
     */
    record Stopped(Half half, @Nullable Problem problem) implements LaunchState {}

    /** Viewers can see it. */
    record OnPage(Receipt receipt, Published published) implements LaunchState {}

    /** What a launch has two of: each is begun by a press of its own. */
    enum Half {
        PAY,
        LAUNCH
    }

    /** What went wrong, in the words of whoever noticed. */
    record Problem(ProblemCode code, String message) {}

    /** As an earlier run of the program left it. */
    static LaunchState of(@Nullable JournalEntry kept) {
        if (kept == null || kept.draft() == null) {
            return new Nothing();
        }
        Published published = kept.published();
        if (published != null) {
            return new OnPage(Receipt.of(kept), published);
        }
        return kept.signing() == null ? new Nothing() : new Stopped(Half.PAY, null);
    }
}
