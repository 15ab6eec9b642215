package dev.slipway.media.worker;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The caller's side: starts a worker for one job, listens, and ends it when it breaks a limit. */
public final class WorkerProcess {
    private final WorkerCommand command;
    private final WorkerLimits limits;

    public WorkerProcess(WorkerCommand command, WorkerLimits limits) {
        this.command = command;
        this.limits = limits;
    }

    /**
     * A job by its name in the worker's main class.
     *
     * @param arguments written as JSON
     * @param result what the job's answer is read as
     * @param readable what the job has to be able to read
     */
    public record Job<T>(String name, Object arguments, Class<T> result, Collection<Path> readable) {
        public Job {
            readable = List.copyOf(readable);
        }
    }

    /**
     * Blocks until the job ended and its process is gone.
     *
     * @param listener called on a thread of its own
     * @throws UncheckedIOException when no process can be started
     */
    public <T> WorkerOutcome<T> run(Job<T> job, ProgressListener listener, Cancellation cancellation) {
        FutureTask<WorkerOutcome<T>> task = new FutureTask<>(() -> runOnThisThread(job, listener, cancellation));
        // Linux ends a child started with --die-with-parent when the thread that started it ends, and a virtual
        // thread's carrier may end at any time. So the process is started by a thread that lives as long as it does.
        Thread.ofPlatform().name("engine " + job.name()).daemon().start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("running the worker for " + job.name() + " failed", e.getCause());
        } catch (InterruptedException e) {
            cancellation.cancel();
            Thread.currentThread().interrupt();
            return new WorkerOutcome.Cancelled<>();
        }
    }

    private <T> WorkerOutcome<T> runOnThisThread(Job<T> job, ProgressListener listener, Cancellation cancellation)
            throws IOException, InterruptedException {
        JobRequest request =
                new JobRequest(UUID.randomUUID() + " ", job.name(), Json.STRICT.valueToTree(job.arguments()));
        Process process = command.start(limits, job.readable());
        try (Conversation conversation = new Conversation(process, request, listener)) {
            return new Watch<T>(process, limits, conversation, cancellation).outcome(job.result());
        }
    }
}
