package dev.slipway.media.fuzz;

import dev.slipway.media.fuzz.Verdict.Kind;
import dev.slipway.media.run.Cancellation;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Has damaged files read in worker processes, batch by batch, and finds out which file a worker died of. Verdicts are
 * kept in a folder as they come, and a run that finds verdicts there goes on after them.
 */
final class FuzzRun {
    private static final int BATCH = 500;
    /** For one file; an undamaged one takes a hundredth of it. */
    private static final Duration A_FILE = Duration.ofSeconds(60);
    /** For a file that took longer, alone: its processor time tells a hang from a machine with too much to do. */
    private static final Duration A_SECOND_TRY = Duration.ofMinutes(10);

    private static final Duration A_BATCH = Duration.ofHours(2);
    private static final WorkerLimits LIMITS = new WorkerLimits(384, 2L << 30, A_BATCH, A_FILE);

    /** Java's own heap is full early, so that what grows after that is native. */
    private static final WorkerLimits SMALL_HEAP = new WorkerLimits(64, 2L << 30, Duration.ofMinutes(20), A_FILE);

    private final List<Path> seeds;
    private final @Nullable Path publication;
    private final Path folder;
    private final Path kept;
    private final long seed;
    private final WorkerCommand command;

    /**
     * @param seeds whole files
     * @param publication whose artifacts they are, or null where they are sources
     * @param folder for what comes and goes
     * @param kept for the verdicts
     */
    FuzzRun(List<Path> seeds, @Nullable Path publication, Path folder, Path kept, long seed) {
        this.seeds = seeds;
        this.publication = publication;
        this.folder = folder;
        this.kept = kept;
        this.seed = seed;
        this.command = new WorkerCommand(
                FuzzWorker.class.getName(), folder.resolve("natives"), new Sandbox.ProcessOnly("fuzz"));
    }

    List<Path> seeds() {
        return seeds;
    }

    /**
     * One verdict a file, in order.
     *
     * @param workers processes that read at the same time
     */
    List<Verdict> run(int first, int end, int workers) throws IOException, InterruptedException, ExecutionException {
        List<Verdict> verdicts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<List<Verdict>>> batches = new ArrayList<>();
            for (int start = first; start < end; start += BATCH) {
                int from = start;
                int until = Math.min(end, start + BATCH);
                batches.add(threads.submit(() -> batch(from, until)));
            }
            for (Future<List<Verdict>> batch : batches) {
                verdicts.addAll(batch.get());
                System.out.printf("%,d of %,d damaged files read%n", verdicts.size(), end - first);
            }
        }
        return verdicts;
    }

    /** Where the worker ends without all its verdicts, another goes on after the file it died of. */
    private List<Verdict> batch(int first, int end) throws IOException {
        Path file = kept.resolve("%06d-%06d.jsonl".formatted(first, end));
        List<Verdict> verdicts = VerdictFile.read(file);
        while (first + verdicts.size() < end) {
            WorkerOutcome<Integer> outcome = start(LIMITS, first + verdicts.size(), end, file);
            verdicts = VerdictFile.read(file);
            int next = first + verdicts.size();
            if (next < end) {
                death(next, file, outcome);
                verdicts = VerdictFile.read(file);
            }
        }
        return verdicts;
    }

    private WorkerOutcome<Integer> start(WorkerLimits limits, int first, int end, Path file) throws IOException {
        Path own = Files.createTempDirectory(folder, "batch");
        FuzzWorker.Batch batch = new FuzzWorker.Batch(seeds, publication, own, file, seed, first, end);
        return new WorkerProcess(command, limits)
                .run(
                        new WorkerProcess.Job<>(FuzzWorker.BATCH, batch, Integer.class, List.of()),
                        progress -> {},
                        new Cancellation());
    }

    private void death(int number, Path file, WorkerOutcome<Integer> outcome) throws IOException {
        switch (outcome) {
            case WorkerOutcome.TimedOut<Integer> end -> secondTry(number, file);
            case WorkerOutcome.OverMemory<Integer> end ->
                died(number, file, Kind.TOOK_TOO_MUCH_MEMORY, "more than 2 GiB");
            case WorkerOutcome.Crashed<Integer>(int status, List<String> lines) ->
                died(number, file, Kind.CRASHED, "status " + status + ": " + String.join(" / ", lines));
            case WorkerOutcome<Integer> other -> throw new IllegalStateException("the fuzz worker: " + other);
        }
    }

    private void secondTry(int number, Path file) throws IOException {
        int before = VerdictFile.read(file).size();
        start(LIMITS.withStandstill(A_SECOND_TRY), number, number + 1, file);
        if (VerdictFile.read(file).size() == before) {
            died(number, file, Kind.STOOD_STILL, "no answer within " + A_SECOND_TRY.toMinutes() + " minutes");
        }
    }

    private static void died(int number, Path file, Kind kind, String words) throws IOException {
        try (VerdictFile verdicts = VerdictFile.open(file)) {
            verdicts.add(new Verdict(number, kind, words, 0, 0));
        }
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
}
