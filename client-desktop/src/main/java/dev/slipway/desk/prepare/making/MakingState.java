package dev.slipway.desk.prepare.making;

import dev.slipway.desk.draft.Preparation;
import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.draft.Preparation.Problem;
import dev.slipway.desk.prepare.PrepareJob.Beginning;
import dev.slipway.media.run.Progress;
import dev.slipway.model.problem.ProblemCode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far the files of a publication are. */
sealed interface MakingState {

    /** Nothing was begun. */
    record Nothing() implements MakingState {}

    /** Another publication is being made first. */
    record Waiting(double fraction, Beginning beginning) implements MakingState {}

    /** The engine is at work. */
    record Running(Progress progress) implements MakingState {}

    /** Stopped by a person or by the end of the program; it goes on from there. */
    record Paused(double fraction) implements MakingState {}

    /** Stopped by a failure; what was finished is kept. */
    record Failed(double fraction, Problem problem) implements MakingState {}

    /** All files are there. */
    record Done(Finished finished) implements MakingState {}

    /** As the desk's database has it: what was running when the program ended is paused. */
    static MakingState of(@Nullable Preparation kept) {
        if (kept == null) {
            return new Nothing();
        }
        Finished finished = kept.finished();
        Problem problem = kept.problem();
        return switch (kept.state()) {
            case RUNNING, PAUSED -> new Paused(kept.fraction());
            case FAILED ->
                new Failed(
                        kept.fraction(),
                        Objects.requireNonNullElse(
                                problem, new Problem(ProblemCode.INTERNAL, "The reason was not kept.")));
            case DONE -> finished == null ? new Paused(kept.fraction()) : new Done(finished);
        };
    }

    static Running begun(double fraction) {
        return new Running(new Progress(fraction, 0, 0, 0, Map.of()));
    }

    /** What it is at its turn; that of a finished film begins again from nothing. */
    default Waiting waiting() {
        return new Waiting(this instanceof Done ? 0 : done(), beginning());
    }

    /**
     * What becomes of what lies in the folder. The fraction says nothing about it: of a first run that was killed only its
     * beginning is known here, and there may be hours of finished work.
     */
    default Beginning beginning() {
        return switch (this) {
            case Nothing nothing -> Beginning.AFRESH;
            case Done done -> Beginning.AFRESH;
            case Waiting waiting -> waiting.beginning;
            case Running running -> Beginning.RESUMED;
            case Paused paused -> Beginning.RESUMED;
            case Failed failed -> Beginning.RESUMED;
        };
    }

    /** From 0 to 1. */
    default double done() {
        return switch (this) {
            case Nothing nothing -> 0;
            case Waiting waiting -> waiting.fraction();
            case Running running -> running.progress().fraction();
            case Paused paused -> paused.fraction();
            case Failed failed -> failed.fraction();
            case Done finished -> 1;
        };
    }
}
