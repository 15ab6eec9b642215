package dev.slipway.media.fuzz;

import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.encode.Pipeline;
import dev.slipway.media.encode.lane.ChunkJob;
import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.fuzz.Verdict.Kind;
import dev.slipway.media.plan.Compatibility;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.plan.Recipe;
import dev.slipway.media.plan.Trim;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.worker.WorkerLoop;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The program that reads damaged files: the engine's own code, in a process that may die of it. */
public final class FuzzWorker {
    static final String BATCH = "batch";
    static final String REPEAT = "repeat";

    /** One file in so many goes through the whole preparation; the others are scanned and decoded. */
    static final int PREPARE_EVERY = 40;
    /** A damaged time stamp may make a film of hours, which would take its time in all order. */
    private static final long MOST_MICROS = 5_000_000;

    private static final PlanRequest QUICK =
            PlanRequest.defaults().withRecipe(Recipe.FAST).withCompatibility(Compatibility.VP9_ONLY);
    private static final int THREADS = 1;

    private FuzzWorker() {}

    public static void main(String[] arguments) throws IOException {
        WorkerLoop.run(Map.of(BATCH, FuzzWorker::batch, REPEAT, FuzzWorker::repeat));
    }

    /**
     * Files to make and read.
     *
     * @param folder of its own, for what it writes
     * @param first number
     * @param end the number after the last
     */
    record Batch(List<Path> seeds, Path folder, long seed, int first, int end) {}

    /** Preparations of one clip, one after the other. */
    record Repetition(Path clip, Path folder, int times) {}

    private static List<Verdict> batch(JsonNode input, ProgressListener listener) throws IOException {
        Batch batch = Json.STRICT.treeToValue(input, Batch.class);
        Mutator mutator = new Mutator(batch.seeds(), batch.seed());
        List<Verdict> verdicts = new ArrayList<>();
        for (int number = batch.first(); number < batch.end(); number++) {
            tell(listener, number);
            String name = mutator.origin(number).getFileName().toString();
            Path file = Files.write(batch.folder().resolve(name), mutator.damaged(number));
            verdicts.add(judge(file, number, batch.folder()));
            Files.delete(file);
        }
        return verdicts;
    }

    private static void tell(ProgressListener listener, long number) {
        listener.progress(new Progress(0, 0, 0, 0, Map.of("number", number)));
    }

    private static Verdict judge(Path file, int number, Path folder) throws IOException {
        Path output = folder.resolve("out");
        try {
            return number % PREPARE_EVERY == 0 ? prepare(file, number, output) : decode(file, number, output);
        } catch (MediaException e) {
            return new Verdict(number, Kind.REFUSED, e.code().code());
        } catch (FfmpegException e) {
            return new Verdict(number, Kind.REFUSED, "encode-failed");
        } catch (RuntimeException e) {
            return new Verdict(number, Kind.UNFORESEEN, e + " at " + e.getStackTrace()[0]);
        } finally {
            delete(output);
        }
    }

    private static Verdict prepare(Path file, int number, Path output) {
        PlanRequest wishes = QUICK.withTrim(new Trim(0, MOST_MICROS / 5));
        new Preparer(() -> Instant.EPOCH, THREADS)
                .prepare(
                        new PrepareRequest(file, output, wishes, PrepareRequest.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation());
        return new Verdict(number, Kind.PREPARED, "prepared");
    }

    /** As the preparation does it, but for the encoders of pictures: they never see what is in the file. */
    private static Verdict decode(Path file, int number, Path output) throws IOException {
        SourceScan scan = SourceScan.scan(file, Damage.ACCEPTED, ProgressListener.silent(), new Cancellation());
        Plan plan = Planner.plan(scan, QUICK, THREADS);
        if (plan.timeline().durationMicros() > MOST_MICROS) {
            plan = Planner.plan(scan, QUICK.withTrim(new Trim(0, MOST_MICROS)), THREADS);
        }
        try (ChunkStore store = new ChunkStore(Files.createDirectories(output).resolve("chunks"), "fuzz")) {
            Lane lane = new Lane("seen", plan.topSize(), frame -> true, Watcher::new);
            new Pipeline(
                            file,
                            scan,
                            plan,
                            store,
                            Decoder::open,
                            PictureTreatment.NONE,
                            Damage.ACCEPTED,
                            ProgressListener.silent(),
                            new Cancellation())
                    .run(List.of(lane), List.of(), output);
        }
        return new Verdict(number, Kind.DECODED, "decoded");
    }

    /** Looks at each picture's bytes, so that none is passed on unread. */
    private static final class Watcher implements ChunkJob {
        private long sum;

        @Override
        public void picture(Frame picture, ChunkWriter chunk) {
            for (byte sample : picture.plane(0)) {
                sum += sample;
            }
        }

        @Override
        public void finish(ChunkWriter chunk) {
            if (sum == Long.MIN_VALUE) {
                throw new IllegalStateException("no sum of bytes comes to that");
            }
        }

        @Override
        public void close() {
            // Nothing native is held.
        }
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
            resident.add(residentBytes());
        }
        return resident;
    }

    private static long residentBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    << 10;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
