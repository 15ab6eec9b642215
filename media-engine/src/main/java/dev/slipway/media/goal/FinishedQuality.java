package dev.slipway.media.goal;

import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.forecast.Stretch;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.quality.FinishedRung;
import dev.slipway.media.quality.Measure;
import dev.slipway.media.quality.QualityMeter;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.FoundQuality;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures what the finished top rung really got, in the whole segments whose beginnings were judged before. */
public final class FinishedQuality {
    private FinishedQuality() {}

    /**
     * @param file the finished top rung
     * @return what was found and what came of it, or null where no quality was wished
     */
    public static @Nullable QualityReport measure(
            Plan plan, OriginalPictures originals, Path file, Cancellation cancellation) {
        FoundQuality found = plan.quality();
        if (found == null) {
            return null;
        }
        try (QualityMeter meter = new QualityMeter(plan.timeline().rate(), Set.of(Measure.XPSNR))) {
            for (Stretch segment : JudgedStretches.segmentsOf(plan)) {
                compare(segment, plan, originals, file, meter, cancellation);
            }
            var quality = meter.result();
            return QualityReport.of(found, quality.xpsnr().y(), quality.frames(), plan.protection() != null);
        }
    }

    private static void compare(
            Stretch segment,
            Plan plan,
            OriginalPictures originals,
            Path file,
            QualityMeter meter,
            Cancellation cancellation) {
        try (FinishedRung rung = new FinishedRung(file, plan.timeline(), segment.first())) {
            originals.read(
                    segment.first(),
                    segment.end(),
                    original -> {
                        try (@Nullable Frame finished = rung.picture(original.pts())) {
                            if (finished != null) {
                                meter.compare(original, finished);
                            }
                        }
                    },
                    cancellation);
        }
    }
}
