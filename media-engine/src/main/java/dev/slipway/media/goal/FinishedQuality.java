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
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Measures what the finished top rung really got, in the whole segments whose beginnings were judged before. */
public final class FinishedQuality {
    private FinishedQuality() {}

    /**
     * @param file the finished top rung
     * @param share hears how much is measured, from 0 to 1
     * @return what was found and what came of it, or null where no quality was wished
     */
    public static @Nullable QualityReport measure(
            Plan plan, OriginalPictures originals, Path file, DoubleConsumer share, Cancellation cancellation) {
        FoundQuality found = plan.quality();
        if (found == null) {
            return null;
        }
        try (QualityMeter meter = new QualityMeter(plan.timeline().rate(), Set.of(Measure.XPSNR))) {
            List<Stretch> segments = JudgedStretches.segmentsOf(plan);
            double all = segments.stream().mapToLong(Stretch::pictures).sum();
            AtomicLong compared = new AtomicLong();
            for (Stretch segment : segments) {
                compare(
                        segment,
                        plan,
                        originals,
                        file,
                        (original, finished) -> {
                            meter.compare(original, finished);
                            share.accept(compared.incrementAndGet() / all);
                        },
                        cancellation);
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
            BiConsumer<Frame, Frame> pairs,
            Cancellation cancellation) {
        try (FinishedRung rung = new FinishedRung(file, plan.timeline(), segment.first())) {
            originals.read(
                    segment.first(),
                    segment.end(),
                    original -> {
                        try (@Nullable Frame finished = rung.picture(original.pts())) {
                            if (finished != null) {
                                pairs.accept(original, finished);
                            }
                        }
                    },
                    cancellation);
        }
    }
}
