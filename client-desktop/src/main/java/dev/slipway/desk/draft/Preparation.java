package dev.slipway.desk.draft;

import dev.slipway.media.run.Notice;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a draft's files are made.
 *
 * @param fraction from 0 to 1, of what an unfinished run had done
 * @param finished what there is when it is done
 * @param problem why it failed, null where it did not
 */
public record Preparation(
        State state,
        double fraction,
        @Nullable Finished finished,
        @Nullable Problem problem) {

    /** Where it stands; {@link #RUNNING} in the database without a process that runs it means it was interrupted. */
    public enum State {
        RUNNING,
        PAUSED,
        FAILED,
        DONE
    }

    /** In the engine's words. */
    public record Problem(ProblemCode code, String message) {}

    /**
     * The whole set.
     *
     * @param seconds of wall time
     * @param notices what the engine told of how it went; earlier desks kept none
     */
    public record Finished(
            long inputBytes, long outputBytes, double seconds, List<FinishedFile> files, List<Notice> notices) {
        public Finished {
            files = List.copyOf(files);
            notices = isMissing(notices) ? List.of() : List.copyOf(notices);
        }

        /** JSON may leave any member out, whatever the type says. */
        private static boolean isMissing(@Nullable Object value) {
            return value == null;
        }
    }

    /** One of the files, by its bare name. */
    public record FinishedFile(String path, long bytes) {}

    public static Preparation running(double fraction) {
        return new Preparation(State.RUNNING, fraction, null, null);
    }

    public static Preparation paused(double fraction) {
        return new Preparation(State.PAUSED, fraction, null, null);
    }

    public static Preparation failed(double fraction, Problem problem) {
        return new Preparation(State.FAILED, fraction, null, problem);
    }

    public static Preparation done(Finished finished) {
        return new Preparation(State.DONE, 1, finished, null);
    }
}
