package dev.slipway.media.goal;

import dev.slipway.media.encode.Encodings;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.forecast.SampleBytes;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Passes;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.quality.Measure;
import dev.slipway.media.quality.QualityMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
        if (rung.passes() == Passes.TWO && statistics.isEmpty()) {
            stretches.forEach(stretch -> statistics.add(firstPass(encoding, stretch)));
        }
        meter.restart();
        SampleBytes bytes = new SampleBytes();
        for (int number = 0; number < stretches.size(); number++) {
            try (Encoder encoder = open(encoding, number)) {
                compare(stretches.get(number), encoder, bytes);
            }
        }
        Timeline timeline = plan.timeline();
        double film = bytes.ofFilm(timeline.frames(), timeline.segments());
        return new QualitySearch.Tried(
                bitrate, meter.result().xpsnr().y(), Math.round(film * Byte.SIZE * 1e6 / timeline.durationMicros()));
    }

    @Override
    public void ahead(int trials) {
        boolean isLearning = plan.rungs().getFirst().passes() == Passes.TWO && statistics.isEmpty();
        progress.beginTrial(isLearning ? 2 : 1, trials);
    }

    private Encoder open(VideoEncoding encoding, int stretch) {
        return !statistics.isEmpty()
                ? Encoder.forSecondPass(encoding, statistics.get(stretch))
                : Encoder.forPictures(encoding);
    }

    /** What a first pass learns does not depend on the rate. */
    private byte[] firstPass(VideoEncoding encoding, List<Frame> stretch) {
        try (Encoder encoder = Encoder.forFirstPass(encoding)) {
            encode(stretch, encoder, packet -> {});
            return encoder.statistics();
        }
    }

    private void compare(List<Frame> stretch, Encoder encoder, SampleBytes bytes) {
        Comparison comparison = new Comparison(stretch);
        try (TrackTemplate template = encoder.template();
                Decoder decoder = Decoder.of(template, 1)) {
            encode(stretch, encoder, packet -> {
                bytes.add(packet);
                decoder.decode(packet, comparison::add);
            });
            decoder.decode(null, comparison::add);
        }
        comparison.requireWhole();
    }

    private void encode(List<Frame> stretch, Encoder encoder, Consumer<Packet> packets) {
        for (int index = 0; index < stretch.size(); index++) {
            progress.picture();
            try (Frame picture = stretch.get(index).share()) {
                picture.setPts(index);
                picture.requestKind(index == 0 ? PictureKind.KEY : PictureKind.DEPENDENT);
                encoder.encode(picture, packets);
            }
        }
        encoder.encode(null, packets);
    }

    /** Takes decoded pictures in their order. */
    private final class Comparison {
        private final List<Frame> stretch;
        private int compared;

        Comparison(List<Frame> stretch) {
            this.stretch = stretch;
        }

        void add(Frame decoded) {
            if (compared < stretch.size()) {
                meter.compare(stretch.get(compared), decoded);
            }
            compared++;
        }

        void requireWhole() {
            if (compared != stretch.size()) {
                throw new FfmpegException(
                        "a sample of " + stretch.size() + " pictures came back with " + compared + " of them");
            }
        }
    }

    @Override
    public void close() {
        meter.close();
    }
}
