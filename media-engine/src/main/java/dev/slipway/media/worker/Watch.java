package dev.slipway.media.worker;

import dev.slipway.media.run.Cancellation;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for one worker's end and brings it about when a limit is passed or the caller wishes it. */
final class Watch<T> {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Process process;
    private final WorkerLimits limits;
    private final Conversation conversation;
    private final Cancellation cancellation;
    private final long started = System.nanoTime();

    Watch(Process process, WorkerLimits limits, Conversation conversation, Cancellation cancellation) {
        this.process = process;
        this.limits = limits;
        this.conversation = conversation;
        this.cancellation = cancellation;
    }

    WorkerOutcome<T> outcome(Class<T> type) throws InterruptedException {
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            Optional<WorkerOutcome<T>> end = endedByUs();
            if (end.isPresent()) {
                return end.get();
            }
        }
        conversation.drain();
        return conversation.answer().map(answer -> read(answer, type)).orElseGet(this::crash);
    }

    private Optional<WorkerOutcome<T>> endedByUs() throws InterruptedException {
        if (cancellation.isCancelled()) {
            conversation.cancel();
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new WorkerOutcome.Cancelled<>());
        }
        if (Duration.ofNanos(System.nanoTime() - started).compareTo(limits.wall()) > 0) {
            return Optional.of(new WorkerOutcome.TimedOut<>(limits.wall()));
        }
        if (conversation.silence().compareTo(limits.standstill()) > 0) {
            return Optional.of(standstill());
        }
        if (MemoryWatch.residentBytes(process.toHandle()) > limits.residentBytes()) {
            return Optional.of(new WorkerOutcome.OverMemory<>(limits.residentBytes()));
        }
        return Optional.empty();
    }

    private WorkerOutcome<T> read(WorkerMessage answer, Class<T> type) {
        return switch (answer) {
            case WorkerMessage.Result(var value) -> new WorkerOutcome.Finished<>(Json.STRICT.treeToValue(value, type));
            case WorkerMessage.Failure(ProblemCode code, String message)
            when code == ProblemCode.CANCELLED -> cancelled(code, message);
            case WorkerMessage.Failure(ProblemCode code, String message) -> new WorkerOutcome.Failed<>(code, message);
            case WorkerMessage.Begun begun -> crash();
            case WorkerMessage.Advanced advanced -> crash();
            case WorkerMessage.Noticed noticed -> crash();
        };
    }

    private WorkerOutcome<T> cancelled(ProblemCode code, String message) {
        return cancellation.isCancelled() ? new WorkerOutcome.Cancelled<>() : new WorkerOutcome.Failed<>(code, message);
    }

    private WorkerOutcome<T> standstill() {
        return conversation.hasBegun()
                ? new WorkerOutcome.TimedOut<>(limits.standstill())
                : new WorkerOutcome.NeverBegan<>(
                        "said nothing within " + limits.standstill().toSeconds() + " s",
                        conversation.log().lines());
    }

    private WorkerOutcome<T> crash() {
        int status = process.exitValue();
        List<String> lines = conversation.log().lines();
        return conversation.hasBegun()
                ? new WorkerOutcome.Crashed<>(status, lines)
                : new WorkerOutcome.NeverBegan<>("ended with status " + status, lines);
    }
}
