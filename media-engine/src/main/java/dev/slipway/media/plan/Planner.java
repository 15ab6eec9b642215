package dev.slipway.media.plan;

import dev.slipway.media.plan.output.AudioCodec;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.output.Passes;
import dev.slipway.media.plan.output.PosterOutput;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.VideoCodec;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.Rational;
import dev.slipway.model.media.VideoFacts;
import dev.slipway.model.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns facts and wishes into a plan. */
public final class Planner {
    private static final int MAX_H264_SIDE = 720;
    private static final int MAX_PREVIEW_SIDE = 480;
    private static final int MAX_POSTER_SIDE = 1080;
    private static final int THUMBNAIL_WIDTH = 160;
    private static final int MAX_THUMBNAILS = 100;
    private static final int SHEET_COLUMNS = 10;
    private static final int FEW_THUMBNAILS = 10;
    private static final long SECOND = 1_000_000;
    private static final int POSTERS_CONSIDERED = 60;
    /** For each candidate that is offered. */
    private static final int CONSIDERED_EACH = 12;

    private static final int SLOTS_EACH = 3;
    private static final long STEADY_MICROS = 200_000;

    private final SourceScan scan;
    private final MediaFacts facts;
    private final VideoFacts video;
    private final PlanRequest request;
    private final Timeline timeline;
    private final Bitrates bitrates;
    private final long fromMicros;

    private Planner(SourceScan scan, PlanRequest request) {
        this.scan = scan;
        this.facts = scan.facts();
        this.video = Objects.requireNonNull(facts.video(), "a scan without a picture is refused before");
        this.request = request;
        Trim trim = request.trim();
        fromMicros = trim == null ? 0 : trim.fromMicros();
        long until = trim == null ? facts.durationMicros() : Math.min(trim.untilMicros(), facts.durationMicros());
        if (until <= fromMicros) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    "The trim begins after the video's end at %.1f s. Choose an earlier part."
                            .formatted(facts.durationMicros() / 1e6));
        }
        Rational rate = OutputRate.of(
                video.frameRate(), video.variableFrameRate(), scan.traits().evenRate());
        long frames = Math.round((until - fromMicros) * rate.toDouble() / SECOND);
        timeline = new Timeline(rate, Math.max(1, frames));
        int top = Ladder.shortSides(video.shortSide(), request.recipe()).getFirst();
        bitrates = new Bitrates(sized(top), rate, request.topBitrate());
    }

    /** @param threads how many processors the encoders may count on */
    public static Plan plan(SourceScan scan, PlanRequest request, int threads) {
        return new Planner(scan, request).decide(threads);
    }

    private Plan decide(int threads) {
        List<VideoOutput> rungs = new ArrayList<>();
        for (int side : Ladder.shortSides(video.shortSide(), request.recipe())) {
            rungs.add(rung(side, request.recipe().codec()));
        }
        List<AudioOutput> audios = new ArrayList<>();
        if (facts.audio() != null) {
            audios.add(new AudioOutput("audio-opus.mp4", AudioCodec.OPUS));
        }
        if (request.compatibility() == Compatibility.WITH_H264) {
            rungs.add(rung(Math.min(MAX_H264_SIDE, video.shortSide()), VideoCodec.H264));
            if (facts.audio() != null) {
                audios.add(new AudioOutput("audio-aac.mp4", AudioCodec.AAC));
            }
        }
        return new Plan(
                timeline,
                scan.originMicros() + fromMicros,
                rungs,
                preview(),
                poster(),
                thumbnails(),
                audios,
                SubtitleNames.of(scan),
                threads,
                request.protection(),
                null);
    }

    private VideoOutput rung(int side, VideoCodec codec) {
        Size size = sized(side);
        String path = "video-" + side + "-" + codec.label() + ".mp4";
        Recipe recipe = request.recipe();
        Passes passes = codec == recipe.codec() ? recipe.passes() : Passes.ONE;
        double lift = request.targetQuality() == null ? 0 : bitrates.lift();
        return new VideoOutput(
                path, codec, size, bitrates.of(codec, size), recipe.speed(), 0, timeline.frames(), passes, lift);
    }

    private VideoOutput preview() {
        Size size = sized(Math.min(MAX_PREVIEW_SIDE, video.shortSide()));
        long until = fromMicros + timeline.durationMicros();
        long start = scan.activity().liveliest(fromMicros, until, request.previewSeconds()) - fromMicros;
        long first = Math.min(timeline.frames() - 1, timeline.frameAt(start));
        long end = Math.min(timeline.frames(), first + timeline.frameAt(request.previewSeconds() * SECOND));
        return new VideoOutput(
                "preview.webm",
                VideoCodec.VP9,
                size,
                bitrates.ofPreview(size),
                request.recipe().previewSpeed(),
                first,
                Math.max(first + 1, end));
    }

    private PosterOutput poster() {
        Size size = sized(Math.min(MAX_POSTER_SIDE, video.shortSide()));
        int candidates = request.stills().posterCandidates();
        long every = timeline.frames() / Math.max(POSTERS_CONSIDERED, candidates * CONSIDERED_EACH);
        long mostSeconds = timeline.frameAt(Timeline.SEGMENT_SECONDS * SECOND);
        return new PosterOutput(
                "poster.webp",
                size,
                Math.max(1, Math.min(every, mostSeconds)),
                Math.max(1, timeline.frameAt(STEADY_MICROS)),
                chosenPoster(),
                candidates,
                candidates == 0 ? timeline.frames() : Math.max(1, timeline.frames() / (candidates * SLOTS_EACH)),
                fromMicros);
    }

    private @Nullable Long chosenPoster() {
        Long wanted = request.stills().posterMicros();
        if (wanted == null) {
            return null;
        }
        long until = fromMicros + timeline.durationMicros();
        if (wanted < fromMicros || wanted >= until) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    String.format(
                            Locale.ROOT,
                            "The poster's moment, %.3f s, is not in the film that is made, which is the source's part from"
                                    + " %.3f s to %.3f s. Choose a moment in it.",
                            wanted / 1e6,
                            fromMicros / 1e6,
                            until / 1e6));
        }
        return timeline.shownAt(wanted - fromMicros);
    }

    private ThumbnailOutput thumbnails() {
        long duration = timeline.durationMicros();
        long shortest = Math.clamp(duration / FEW_THUMBNAILS, SECOND, Timeline.SEGMENT_SECONDS * SECOND);
        long interval = Math.max(shortest, Math.ceilDiv(duration, MAX_THUMBNAILS));
        int frames = Math.toIntExact(Math.max(1, Math.ceilDiv(duration, interval)));
        Size size = Size.withWidth(THUMBNAIL_WIDTH, video.displayWidth(), video.displayHeight());
        return new ThumbnailOutput("thumbnails.webp", size, Math.min(frames, SHEET_COLUMNS), frames, interval);
    }

    private Size sized(int side) {
        return Size.withShortSide(side, video.displayWidth(), video.displayHeight());
    }
}
