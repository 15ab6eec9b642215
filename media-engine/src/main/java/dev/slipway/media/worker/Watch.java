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
    /** Counting memory costs more than looking at a clock. */
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(500);

    private final Process process;
    private final WorkerLimits limits;
    private final Conversation conversation;
    private final Cancellation cancellation;
    private final long started = System.nanoTime();
    private long counted = started;

    Watch(Process process, WorkerLimits limits, Conversation conversation, Cancellation cancellation) {
        this.process = process;
        this.limits = limits;
        this.conversation = conversation;
        this.cancellation = cancellation;
    }

    /**
     * A wish to stop ends the process at once, in some 30 ms, while encoders asked to stop take seconds. Nothing is lost
     * by it: what counts as finished is on disk already.
     */
    WorkerOutcome<T> outcome(Class<T> type) throws InterruptedException {
        cancellation.onWish(process::destroyForcibly);
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            Optional<WorkerOutcome<T>> end = endedByUs();
            if (end.isPresent()) {
                return end.get();
            }
        }
        conversation.drain();
        return conversation.answer().map(answer -> read(answer, type)).orElseGet(this::endWithoutAnswer);
    }

    private Optional<WorkerOutcome<T>> endedByUs() {
        if (Duration.ofNanos(System.nanoTime() - started).compareTo(limits.wall()) > 0) {
            return Optional.of(new WorkerOutcome.TimedOut<>(limits.wall(), lastLines()));
        }
        Duration patience = patience();
        if (conversation.silence().compareTo(patience) > 0) {
            return Optional.of(standstill(patience));
        }
        return isOverMemory() ? Optional.of(new WorkerOutcome.OverMemory<>(most(), lastLines())) : Optional.empty();
    }

    private boolean isOverMemory() {
        long now = System.nanoTime();
        if (now - counted < BETWEEN_COUNTS.toNanos()) {
            return false;
        }
        counted = now;
        return ProcessMemory.residentBytes(process.pid()) > most();
    }

    private long most() {
        return Math.min(limits.residentBytes(), conversation.budget());
    }

    private WorkerOutcome<T> read(WorkerMessage answer, Class<T> type) {
        return switch (answer) {
            case WorkerMessage.Result(var value) -> new WorkerOutcome.Finished<>(Json.STRICT.treeToValue(value, type));
            case WorkerMessage.Failure(ProblemCode code, String message) -> new WorkerOutcome.Failed<>(code, message);
            case WorkerMessage.Begun begun -> crash();
            case WorkerMessage.Advanced advanced -> crash();
            case WorkerMessage.Noticed noticed -> crash();
            case WorkerMessage.Planned planned -> crash();
            case WorkerMessage.Sounded sounded -> crash();
            case WorkerMessage.Told told -> crash();
        };
    }

    private Duration patience() {
        boolean shorter = conversation.isUnderWay() && limits.stall().compareTo(limits.standstill()) < 0;
        return shorter ? limits.stall() : limits.standstill();
    }

    private WorkerOutcome<T> standstill(Duration patience) {
        return conversation.hasBegun()
                ? new WorkerOutcome.TimedOut<>(patience, lastLines())
                : new WorkerOutcome.NeverBegan<>("said nothing within " + patience.toSeconds() + " s", lastLines());
    }

    private WorkerOutcome<T> endWithoutAnswer() {
        return cancellation.isCancelled() ? new WorkerOutcome.Cancelled<>() : crash();
    }

    private List<String> lastLines() {
        return conversation.log().lines();
    }

    private WorkerOutcome<T> crash() {
        int status = process.exitValue();
        return conversation.hasBegun()
                ? new WorkerOutcome.Crashed<>(status, lastLines())
                : new WorkerOutcome.NeverBegan<>("ended with " + WorkerEnd.name(status), lastLines());
    }
}
