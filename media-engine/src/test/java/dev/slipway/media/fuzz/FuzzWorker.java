package dev.slipway.media.fuzz;

import dev.slipway.media.fuzz.Reading.Answer;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.worker.WorkerLoop;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The program that reads damaged files: the engine's own code, in a process that may die of it. */
public final class FuzzWorker {
    static final String BATCH = "batch";
    static final String REPEAT = "repeat";

    private static final int THREADS = 1;

    private FuzzWorker() {}

    public static void main(String[] arguments) throws IOException {
        WorkerLoop.run(Map.of(BATCH, FuzzWorker::batch, REPEAT, FuzzWorker::repeat));
    }

    /**
     * Files to make and read.
     *
     * @param publication the folder that the whole files are the artifacts of, or null where they are sources
     * @param folder of its own, for what it writes
     * @param verdicts where each verdict is written as soon as it stands, a line of JSON each
     * @param first number
     * @param end the number after the last
     */
    record Batch(
            List<Path> seeds, @Nullable Path publication, Path folder, Path verdicts, long seed, int first, int end) {}

    /** Preparations of one clip, one after the other. */
    record Repetition(Path clip, Path folder, int times) {}

    private static int batch(JsonNode input, ProgressListener listener) throws IOException {
        Batch batch = Json.STRICT.treeToValue(input, Batch.class);
        Mutator mutator = new Mutator(batch.seeds(), batch.seed());
        Reading reading = batch.publication() == null
                ? new SourceReading(batch.folder().resolve("out"))
                : PublicationReading.of(batch.publication());
        try (VerdictFile verdicts = VerdictFile.open(batch.verdicts())) {
            for (int number = batch.first(); number < batch.end(); number++) {
                tell(listener, number);
                String name = mutator.origin(number).getFileName().toString();
                Path file = Files.write(
                        batch.folder().resolve(name), mutator.damaged(number).bytes());
                verdicts.add(judge(reading, file, number));
                Files.delete(file);
            }
        }
        return batch.end();
    }

    private static void tell(ProgressListener listener, long number) {
        listener.progress(new Progress(0, 0, 0, 0, Map.of("number", number)));
    }

    private static Verdict judge(Reading reading, Path file, int number) throws IOException {
        long before = cpuNanos();
        Answer answer = reading.read(file, number);
        long cpuMillis = TimeUnit.NANOSECONDS.toMillis(cpuNanos() - before);
        return new Verdict(number, answer.kind(), answer.words(), cpuMillis, ownMemory("VmHWM:"));
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** @return the real memory in bytes after each repetition */
    private static List<Long> repeat(JsonNode input, ProgressListener listener) throws IOException {
        Repetition repetition = Json.STRICT.treeToValue(input, Repetition.class);
        List<Long> resident = new ArrayList<>();
        for (int time = 0; time < repetition.times(); time++) {
            tell(listener, time);
            new Preparer(() -> Instant.EPOCH, THREADS)
                    .prepare(
                            new PrepareRequest(
                                    repetition.clip(),
                                    repetition.folder(),
                                    PlanRequest.defaults().withRecipe(Recipe.FAST),
                                    PrepareRequest.Beginning.AFRESH),
                            ProgressListener.silent(),
                            new Cancellation());
            resident.add(ownMemory("VmRSS:"));
        }
        return resident;
    }

    /** @param field of Linux's own account of this process: real memory now, or the most there ever was */
    private static long ownMemory(String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(field))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    << 10;
        }
    }
}
