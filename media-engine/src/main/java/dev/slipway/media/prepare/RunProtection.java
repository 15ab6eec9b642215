package dev.slipway.media.prepare;

import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.prepare.place.Leftover;
import dev.slipway.media.protect.PictureProtection;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.media.protect.survival.SurvivalCheck;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.CpuTime;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The protection of one run, from the seed to the report. */
final class RunProtection {
    private final Plan plan;
    private final WorkFolder folder;
    private final Protection settings;
    private final ProtectionSeed seed;
    private final PictureProtection pictures;
    private final CpuTime cpu = CpuTime.fromNow();

    private RunProtection(Plan plan, Protection settings, WorkFolder folder, Path source, RandomGenerator random)
            throws IOException {
        this.plan = plan;
        this.folder = folder;
        this.settings = settings;
        this.seed = SeedFile.readOrMake(folder, Fingerprint.of(source), random);
        this.pictures = new PictureProtection(settings, seed, plan.topSize(), plan.timeline());
    }

    /** Null where the plan asks for none. */
    static @Nullable RunProtection of(Plan plan, WorkFolder folder, Path source, RandomGenerator random)
            throws IOException {
        Protection settings = plan.protection();
        return settings == null ? null : new RunProtection(plan, settings, folder, source, random);
    }

    ProtectionSeed seed() {
        return seed;
    }

    PictureTreatment treatment() {
        return pictures;
    }

    /** Measures what the finished rungs in the work folder still have of the noise, and writes it down beside them. */
    void report(OriginalPictures originals, List<Lane> lanes, DoubleConsumer share, Cancellation cancellation)
            throws IOException {
        double cpuSeconds = cpu.seconds();
        SurvivalReport report = new SurvivalCheck(
                        originals, plan, settings, lanes, folder.file(""), share, cancellation)
                .measure(seed, folder.file("samples"), pictures.cost(), cpuSeconds);
        Files.writeString(folder.file(SurvivalReport.FILE_NAME), Json.STRICT.writeValueAsString(report) + "\n");
        folder.sync(SurvivalReport.FILE_NAME);
    }

    /** What the last run wrote into the output folder, or null where nothing was protected. */
    static @Nullable SurvivalReport readReport(Path directory) {
        Path file = directory.resolve(SurvivalReport.FILE_NAME);
        try {
            return Leftover.isOurs(file) ? Json.STRICT.readValue(Files.readAllBytes(file), SurvivalReport.class) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
