package dev.slipway.desk.testing;

import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.protect.survival.Caveat;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.protect.survival.SurvivalReport.Bound;
import dev.slipway.media.protect.survival.SurvivalReport.CostBeforeCodec;
import dev.slipway.media.protect.survival.SurvivalReport.Effort;
import dev.slipway.media.protect.survival.SurvivalReport.RungSurvival;
import dev.slipway.media.protect.survival.SurvivalReport.Samples;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reports as the engine writes them beside a protected film, with figures like those of real clips. */
public final class MadeUpReports {
    public static final Bound BOUND = new Bound(26, 14, 15, 377, true, 1, 0.58, 0.35);
    public static final CostBeforeCodec COST = new CostBeforeCodec(46.6, 44.1, 0.9931);
    public static final RungSurvival TOP = new RungSurvival("video-240-vp9.mp4", 0.664, -0.004, 0.006);
    public static final RungSurvival LOW = new RungSurvival("video-120-vp9.mp4", 0.124, 0.021, 0.031);

    private MadeUpReports() {}

    public static SurvivalReport pictures(
            Protection settings, Bound bound, CostBeforeCodec cost, List<RungSurvival> rungs) {
        return new SurvivalReport(
                settings, new Samples(4, 200, 8), bound, cost, rungs, new Effort(2.3, 0.091, 0.02), Caveat.sentences());
    }

    public static SurvivalReport pictures(Protection settings) {
        return pictures(settings, BOUND, COST, List.of(TOP, LOW));
    }

    public static SoundReport sound(AudioLevel level) {
        return new SoundReport(
                null,
                new SoundSurvival(
                        level,
                        List.of(-6.4, -6.8),
                        -6.6,
                        20.4,
                        List.of(new SoundSurvival.File("audio-opus.mp4", 0.997, 0.012)),
                        0.2));
    }

    public static void write(Path folder, SurvivalReport report) throws IOException {
        Files.writeString(folder.resolve(SurvivalReport.FILE_NAME), Json.STRICT.writeValueAsString(report) + "\n");
    }

    public static void write(Path folder, SoundReport report) throws IOException {
        Files.write(folder.resolve(SoundReport.FILE_NAME), Json.STRICT.writeValueAsBytes(report));
    }
}
