package dev.slipway.media.goal;

import dev.slipway.media.encode.Encodings;
import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.forecast.SampleRoundTrip;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Passes;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.quality.Measure;
import dev.slipway.media.quality.QualityMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Encodes samples as the top rung would be at some rate, decodes them again at once, in memory, and says what their
 * luma is worth. Not thread-safe.
 */
final class SampleJudge implements QualitySearch.Judge, AutoCloseable {
    private final Plan plan;
    private final LongFunction<VideoOutput> rungAt;
    private final List<List<Frame>> stretches;
    private final SearchProgress progress;
    private final QualityMeter meter;
    private final List<byte[]> statistics = new ArrayList<>();

    /**
     * @param rungAt the top rung at a rate
     * @param progress is told of each picture that is encoded, and may throw to stop
     */
    SampleJudge(Plan plan, LongFunction<VideoOutput> rungAt, List<List<Frame>> stretches, SearchProgress progress) {
        this.plan = plan;
        this.rungAt = rungAt;
        this.stretches = stretches;
        this.progress = progress;
        this.meter = new QualityMeter(plan.timeline().rate(), Set.of(Measure.XPSNR));
    }

    /** The distortion of all samples is averaged, and only then turned into decibels. */
    @Override
    public QualitySearch.Tried judge(long bitrate, double share) {
        VideoOutput rung = rungAt.apply(bitrate);
        VideoEncoding encoding =
                Encodings.of(rung, plan.timeline().rate(), plan.threadsOf(rung)).within(share);
        SampleRoundTrip trip = new SampleRoundTrip(encoding, PictureTreatment.NONE, progress::picture);
        if (rung.passes() == Passes.TWO && statistics.isEmpty()) {
            stretches.forEach(stretch -> statistics.add(trip.learn(stretch)));
        }
        meter.restart();
        for (int number = 0; number < stretches.size(); number++) {
            List<Frame> stretch = stretches.get(number);
            trip.run(stretch, statistics.isEmpty() ? null : statistics.get(number), (decoded, place) -> {
                if (place < stretch.size()) {
                    meter.compare(stretch.get(place), decoded);
                }
            });
        }
        Timeline timeline = plan.timeline();
        double film = trip.bytes().ofFilm(timeline.frames(), timeline.segments());
        return new QualitySearch.Tried(
                bitrate, meter.result().xpsnr().y(), Math.round(film * Byte.SIZE * 1e6 / timeline.durationMicros()));
    }

    @Override
    public void ahead(int trials) {
        boolean isLearning = plan.rungs().getFirst().passes() == Passes.TWO && statistics.isEmpty();
        progress.beginTrial(isLearning ? 2 : 1, trials);
    }

    @Override
    public void close() {
        meter.close();
    }
}
