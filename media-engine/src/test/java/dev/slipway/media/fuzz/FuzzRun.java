package dev.slipway.media.fuzz;

import dev.slipway.media.fuzz.Verdict.Kind;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.worker.Sandbox;
import dev.slipway.media.worker.WorkerCommand;
import dev.slipway.media.worker.WorkerLimits;
import dev.slipway.media.worker.WorkerOutcome;
import dev.slipway.media.worker.WorkerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Has damaged files read in worker processes, batch by batch, and finds out which file a worker died of. */
final class FuzzRun {
    private static final int BATCH = 250;
    /** For one file on a busy machine; an undamaged one takes a hundredth of it. */
    private static final Duration A_FILE = Duration.ofSeconds(60);

    private static final WorkerLimits LIMITS = new WorkerLimits(384, 2L << 30, Duration.ofMinutes(20), A_FILE);

    /** Java's own heap is full early, so that what grows after that is native. */
    private static final WorkerLimits SMALL_HEAP = new WorkerLimits(64, 2L << 30, Duration.ofMinutes(20), A_FILE);

    private final List<Path> seeds;
    private final Path folder;
    private final long seed;
    private final WorkerCommand command;

    FuzzRun(List<Path> seeds, Path folder, long seed, Path natives) {
        this.seeds = seeds;
        this.folder = folder;
        this.seed = seed;
        this.command = new WorkerCommand(FuzzWorker.class.getName(), natives, new Sandbox.ProcessOnly("fuzz"));
    }

    /** One verdict a file, in order. */
    List<Verdict> run(int first, int end) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        for (int start = first; start < end; start += BATCH) {
            verdicts.addAll(batch(start, Math.min(end, start + BATCH)));
        }
        return verdicts;
    }

    /** Where the worker ends without its verdicts, the files before the one it died of are read once more. */
    private List<Verdict> batch(int first, int end) throws IOException {
        if (first >= end) {
            return List.of();
        }
        AtomicInteger number = new AtomicInteger(first);
        WorkerOutcome<Verdict[]> outcome = start(first, end, number);
        if (outcome instanceof WorkerOutcome.Finished<Verdict[]>(Verdict[] verdicts)) {
            return List.of(verdicts);
        }
        List<Verdict> verdicts = new ArrayList<>(batch(first, number.get()));
        verdicts.add(death(number.get(), outcome));
        verdicts.addAll(batch(number.get() + 1, end));
        return verdicts;
    }

    private WorkerOutcome<Verdict[]> start(int first, int end, AtomicInteger number) throws IOException {
        Path own = Files.createTempDirectory(folder, "batch");
        FuzzWorker.Batch batch = new FuzzWorker.Batch(seeds, own, seed, first, end);
        return new WorkerProcess(command, LIMITS)
                .run(
                        new WorkerProcess.Job<>(FuzzWorker.BATCH, batch, Verdict[].class, List.of()),
                        progress -> number.set(number(progress)),
                        new Cancellation());
    }

    /** Real memory after each of so many preparations of one clip in one process. */
    long[] repeat(Path clip, int times) throws IOException {
        Path own = Files.createTempDirectory(folder, "repeat");
        FuzzWorker.Repetition repetition = new FuzzWorker.Repetition(clip, own, times);
        return new WorkerProcess(command, SMALL_HEAP)
                .run(
                        new WorkerProcess.Job<>(FuzzWorker.REPEAT, repetition, long[].class, List.of()),
                        progress -> {},
                        new Cancellation())
                .orElseThrow();
    }

    private static int number(Progress progress) {
        return Math.toIntExact(Objects.requireNonNull(progress.outputBytes().get("number")));
    }

    private static Verdict death(int number, WorkerOutcome<Verdict[]> outcome) {
        return switch (outcome) {
            case WorkerOutcome.TimedOut<Verdict[]> end -> new Verdict(number, Kind.STOOD_STILL, "no word in a minute");
            case WorkerOutcome.OverMemory<Verdict[]> end ->
                new Verdict(number, Kind.TOOK_TOO_MUCH_MEMORY, "more than 2 GiB");
            case WorkerOutcome.Crashed<Verdict[]>(int status, List<String> lines) ->
                new Verdict(number, Kind.CRASHED, "status " + status + ": " + String.join(" / ", lines));
            case WorkerOutcome<Verdict[]> other -> throw new IllegalStateException("the fuzz worker: " + other);
        };
    }
}
