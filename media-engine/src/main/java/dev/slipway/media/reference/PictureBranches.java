package dev.slipway.media.reference;

import dev.slipway.media.encode.Encodings;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.ThumbnailOutput;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.PosterOutput;
import dev.slipway.media.plan.output.VideoOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** A plan's outputs as branches of a filter graph, largest first, as the engine's cascade orders them. */
final class PictureBranches {
    private static final int POSTER_CANDIDATES = 60;
    private static final List<String> FRAGMENTED =
            List.of("-movflags", "+frag_keyframe+delay_moov+default_base_moof+global_sidx", "-f", "mp4");

    private final Plan plan;
    private final ToIntFunction<VideoOutput> threads;

    /** @param threads for each encoder */
    PictureBranches(Plan plan, ToIntFunction<VideoOutput> threads) {
        this.plan = plan;
        this.threads = threads;
    }

    List<PictureBranch> all() {
        List<PictureBranch> branches = new ArrayList<>();
        plan.rungs().forEach(rung -> branches.add(film(rung, "", List.of(), FRAGMENTED)));
        VideoOutput preview = plan.preview();
        String range = "trim=start_frame=%d:end_frame=%d,setpts=PTS-STARTPTS"
                .formatted(preview.firstFrame(), preview.endFrame());
        List<String> part = List.of("-ss", seconds(preview.firstFrame()), "-t", seconds(preview.frames()));
        branches.add(film(preview, range, part, List.of("-f", "webm")));
        branches.add(poster(plan.poster()));
        branches.add(sheet(plan.thumbnails()));
        branches.sort(
                Comparator.comparingLong((PictureBranch branch) -> branch.size().pixels())
                        .reversed());
        return branches;
    }

    private PictureBranch film(VideoOutput output, String select, List<String> part, List<String> container) {
        VideoEncoding encoding = Encodings.of(output, plan.timeline().rate(), threads.applyAsInt(output));
        List<String> arguments = new ArrayList<>(List.of("-an", "-c:v", encoding.encoder()));
        if (encoding.bitrate() > 0) {
            arguments.addAll(List.of("-b:v", Long.toString(encoding.bitrate())));
        }
        arguments.addAll(List.of("-threads:v", Integer.toString(encoding.threads())));
        encoding.options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option -> arguments.addAll(List.of("-" + option.getKey() + ":v", option.getValue())));
        arguments.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + Timeline.SEGMENT_SECONDS + ")"));
        arguments.addAll(List.of("-g", "100000", "-bf", "0"));
        arguments.addAll(container);
        return new PictureBranch(output.path(), output.size(), select, "", part.isEmpty(), part, arguments);
    }

    private static PictureBranch poster(PosterOutput poster) {
        String select = "select='not(mod(n,%d))'".formatted(poster.everyFrames());
        return new PictureBranch(
                poster.path(), poster.size(), select, "thumbnail=" + POSTER_CANDIDATES, false, List.of(), still());
    }

    private PictureBranch sheet(ThumbnailOutput sheet) {
        long every = Math.max(1, plan.timeline().frameAt(sheet.intervalMicros()));
        String select = "select='eq(mod(n,%d),%d)'".formatted(every, every / 2);
        String tile = "tile=%dx%d".formatted(sheet.columns(), sheet.rows());
        return new PictureBranch(sheet.path(), sheet.size(), select, tile, false, List.of(), still());
    }

    private String seconds(long frames) {
        return String.format(Locale.ROOT, "%.6f", plan.timeline().microsAt(frames) / 1e6);
    }

    private static List<String> still() {
        return List.of("-an", "-c:v", "libwebp", "-quality", "80", "-frames:v", "1", "-update", "1", "-f", "image2");
    }
}
