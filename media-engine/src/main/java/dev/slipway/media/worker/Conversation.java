package dev.slipway.media.worker;

import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What is said between the caller and one worker, over the worker's three standard streams. */
final class Conversation implements AutoCloseable {
    /**
     * Encoders give back their last pictures, reports are measured and files are put together without a word. Encoding
     * itself ends at 0.97 ({@code encode.ProgressMeter}).
     */
    private static final double NEARLY_ALL = 0.96;

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration DYING = Duration.ofSeconds(10);

    private final Process process;
    private final JobRequest request;
    private final ProgressListener listener;
    private final Consumer<JsonNode> told;
    private final OutputStream input;
    private final LogTail log = new LogTail();
    private final AtomicReference<@Nullable WorkerMessage> answer = new AtomicReference<>();
    private final Thread answers;
    private final Thread errors;
    private volatile long lastWord = System.nanoTime();
    private volatile boolean begun;
    private volatile double fraction;
    private volatile long budget = Long.MAX_VALUE;

    Conversation(Process process, JobRequest request, ProgressListener listener) {
        this(process, request, listener, told -> {});
    }

    /** @param told takes what a service has to say, on a thread of the conversation's own */
    Conversation(Process process, JobRequest request, ProgressListener listener, Consumer<JsonNode> told) {
        this.process = process;
        this.request = request;
        this.listener = listener;
        this.told = told;
        this.input = process.getOutputStream();
        errors = Thread.ofPlatform().daemon().name("engine log").start(this::followErrors);
        answers = Thread.ofPlatform().daemon().name("engine answers").start(this::followAnswers);
        say(Json.STRICT.writeValueAsString(request));
    }

    /** Whether the worker came as far as its job: before, its end cannot be the job's doing. */
    boolean hasBegun() {
        return begun;
    }

    /** Whether pictures are being made: some are, and not yet all. */
    boolean isUnderWay() {
        return fraction > 0 && fraction < NEARLY_ALL;
    }

    /** Real memory that the job itself said it would keep to, in bytes. */
    long budget() {
        return budget;
    }

    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastWord);
    }

    /** Waits for the streams to end, which they do with the process. */
    void drain() throws InterruptedException {
        answers.join(DRAIN);
        errors.join(DRAIN);
    }

    Optional<WorkerMessage> answer() {
        return Optional.ofNullable(answer.get());
    }

    LogTail log() {
        return log;
    }

    /** A worker that is already gone cannot be told anything; its end is noticed elsewhere. */
    synchronized void say(String line) {
        try {
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            log.add("the worker did not take a message: " + e.getMessage());
        }
    }

    private void followErrors() {
        try {
            log.follow(process.getErrorStream());
        } catch (IOException e) {
            log.add("its log broke off: " + e.getMessage());
        }
    }

    private void followAnswers() {
        BoundedLines lines = new BoundedLines(process.getInputStream(), WorkerLoop.ANSWER_BYTES);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith(request.token())) {
                    take(line.substring(request.token().length()));
                } else if (!line.isBlank()) {
                    log.add(line.substring(0, Math.min(line.length(), 500)));
                }
            }
        } catch (IOException | JacksonException e) {
            log.add("its answer cannot be understood: " + e.getMessage());
        }
    }

    private void take(String json) {
        lastWord = System.nanoTime();
        WorkerMessage message = Json.STRICT.readValue(json, WorkerMessage.class);
        begun = true;
        switch (message) {
            case WorkerMessage.Begun ignored -> {
                // Nothing more to it.
            }
            case WorkerMessage.Advanced(var progress) -> {
                fraction = progress.fraction();
                listener.progress(progress);
            }
            case WorkerMessage.Noticed(var notice) -> listener.notice(notice);
            case WorkerMessage.Planned(var outlook) -> {
                budget = outlook.memoryBytes();
                listener.outlook(outlook);
            }
            case WorkerMessage.Sounded(var piece) -> listener.sound(piece);
            case WorkerMessage.Told(var value) -> told.accept(value);
            case WorkerMessage last -> answer.set(last);
        }
    }

    /**
     * Leaves nobody behind: also not what the worker itself may have started. Waits for their ends, because a process that
     * dies still holds its locks until its memory is given back, which takes a third of a second for some gigabytes.
     */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(DYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.add("its process does not end: it hangs in a driver, and holds its folder until the machine restarts");
        }
    }
}
