package dev.slipway.media.worker;

import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.time.Duration;
import java.util.List;

/** How a job ended. */
public sealed interface WorkerOutcome<T> {

    /** The job did what it was asked. */
    record Finished<T>(T value) implements WorkerOutcome<T> {}

    /** The job refused or failed with a reason for a person; trying again changes nothing. */
    record Failed<T>(ProblemCode code, String message) implements WorkerOutcome<T> {}

    /**
     * The process came to nothing before it took up the job, which therefore is not to blame: it is the machine.
     *
     * @param end what became of it, in words that follow "it"
     * @param lastLines what it said last, at most 40 lines
     */
    record NeverBegan<T>(String end, List<String> lastLines) implements WorkerOutcome<T> {
        public NeverBegan {
            lastLines = List.copyOf(lastLines);
        }
    }

    /**
     * The process began the job and ended without an answer.
     *
     * @param exitCode 128 + the signal's number where a signal ended it
     * @param lastLines what it said last, at most 40 lines
     */
    record Crashed<T>(int exitCode, List<String> lastLines) implements WorkerOutcome<T> {
        public Crashed {
            lastLines = List.copyOf(lastLines);
        }
    }

    /**
     * The process was ended because it took too long or stood still.
     *
     * @param lastLines what it said last, at most 40 lines
     */
    record TimedOut<T>(Duration limit, List<String> lastLines) implements WorkerOutcome<T> {
        public TimedOut {
            lastLines = List.copyOf(lastLines);
        }
    }

    /**
     * The process was ended because it took more memory than it may.
     *
     * @param lastLines what it said last, at most 40 lines
     */
    record OverMemory<T>(long limitBytes, List<String> lastLines) implements WorkerOutcome<T> {
        public OverMemory {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** The caller wished it. */
    record Cancelled<T>() implements WorkerOutcome<T> {}

    /**
     * The value, for callers that treat every other end alike.
     *
     * @throws MediaException with the code and sentence of any other end
     */
    default T orElseThrow() {
        return switch (this) {
            case Finished<T>(T value) -> value;
            case Failed<T>(ProblemCode code, String message) -> throw new MediaException(code, message);
            case NeverBegan<T>(String end, List<String> lines) ->
                throw new MediaException(
                        ProblemCode.ENGINE_CRASHED,
                        "The video engine could not be started: it " + end + ". This is no fault of the file.",
                        lines);
            case Crashed<T>(int exitCode, List<String> lines) ->
                throw new MediaException(
                        ProblemCode.ENGINE_CRASHED,
                        "The video engine " + WorkerEnd.inWords(exitCode)
                                + ". Give the same command again: where something was finished it goes on from there.",
                        lines);
            case TimedOut<T>(Duration limit, List<String> lines) ->
                throw new MediaException(
                        ProblemCode.ENGINE_TIMEOUT,
                        "The video engine did not get on within " + limit.toSeconds() + " s and was stopped.",
                        lines);
            case OverMemory<T>(long limit, List<String> lines) ->
                throw new MediaException(
                        ProblemCode.ENGINE_CRASHED,
                        "The video engine needed more than " + (limit >> 20) + " MB of memory and was stopped.",
                        lines);
            case Cancelled<T>() -> throw new MediaException(ProblemCode.CANCELLED, "Cancelled.");
        };
    }
}
