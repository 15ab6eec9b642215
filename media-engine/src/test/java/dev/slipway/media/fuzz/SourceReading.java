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
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a creator's desk does with a film. */
final class SourceReading implements Reading {
    /** One file in so many goes through the whole preparation; a prime, so that every kind of file has its turn. */
    private static final int PREPARE_EVERY = 41;
    /** A damaged time stamp may make a film of hours, which would take its time in all order. */
    private static final long MOST_MICROS = 5_000_000;

    private static final PlanRequest QUICK =
            PlanRequest.defaults().withRecipe(Recipe.FAST).withCompatibility(Compatibility.VP9_ONLY);
    private static final int THREADS = 1;

    private final Path output;

    SourceReading(Path output) {
        this.output = output;
    }

    @Override
    public Answer read(Path file, int number) throws IOException {
        try {
            if (number % PREPARE_EVERY == 0) {
                prepare(file);
                return new Answer(Kind.PREPARED, "prepared");
            }
            decode(file);
            return new Answer(Kind.DECODED, "decoded");
        } catch (MediaException e) {
            return new Answer(Kind.REFUSED, e.code().code());
        } catch (FfmpegException e) {
            return new Answer(Kind.REFUSED, "encode-failed");
        } catch (RuntimeException e) {
            return new Answer(Kind.UNFORESEEN, e + " at " + e.getStackTrace()[0]);
        } finally {
            clear();
        }
    }

    private void prepare(Path file) {
        PlanRequest wishes = QUICK.withTrim(new Trim(0, MOST_MICROS / 5));
        new Preparer(() -> Instant.EPOCH, THREADS)
                .prepare(
                        new PrepareRequest(file, output, wishes, PrepareRequest.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation());
    }

    /** As the preparation does it, but for the encoders of pictures: they never see what is in the file. */
    private void decode(Path file) throws IOException {
        SourceScan scan = SourceScan.scan(file, Damage.ACCEPTED, ProgressListener.silent(), new Cancellation());
        Plan plan = Planner.plan(scan, QUICK, THREADS);
        if (plan.timeline().durationMicros() > MOST_MICROS) {
            plan = Planner.plan(scan, QUICK.withTrim(new Trim(0, MOST_MICROS)), THREADS);
        }
        try (ChunkStore store = new ChunkStore(Files.createDirectories(output).resolve("chunks"), "fuzz")) {
            Lane lane = new Lane("seen", plan.topSize(), frame -> true, Watcher::new, Lane.Bytes.OF_OTHER_WORK);
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
    }

    private void clear() throws IOException {
        if (Files.exists(output)) {
            try (Stream<Path> paths = Files.walk(output)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
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
}
