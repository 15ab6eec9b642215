package dev.slipway.media.plan;

import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.output.PosterOutput;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.SubtitleOutput;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.run.FoundQuality;
import dev.slipway.model.manifest.Protection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the engine decided to do.
 *
 * @param originMicros the time on the source's own clock that becomes 0
 * @param rungs VP9 or AV1 from the largest to the smallest, then H.264
 * @param threads for the decoder and, together, for the picture encoders; part of the result
 * @param protection put on every picture before anything is made of it, or null for none
 * @param quality what the rungs' rates were chosen to reach, or null where they follow from the pictures' size
 */
public record Plan(
        Timeline timeline,
        long originMicros,
        List<VideoOutput> rungs,
        VideoOutput preview,
        PosterOutput poster,
        ThumbnailOutput thumbnails,
        List<AudioOutput> audios,
        List<SubtitleOutput> subtitles,
        int threads,
        @Nullable Protection protection,
        @Nullable FoundQuality quality) {

    public Plan {
        rungs = List.copyOf(rungs);
        audios = List.copyOf(audios);
        subtitles = List.copyOf(subtitles);
    }

    /** The same pictures alone. */
    public Plan withoutSound() {
        return with(timeline, List.of(), quality);
    }

    /** The same for a film that ends earlier; what is said of the outputs stays. */
    public Plan until(long frames) {
        return with(new Timeline(timeline.rate(), Math.clamp(frames, 1, timeline.frames())), audios, quality);
    }

    /** The same with the reason for its rates. */
    public Plan withQuality(FoundQuality found) {
        return with(timeline, audios, found);
    }

    private Plan with(Timeline time, List<AudioOutput> sounds, @Nullable FoundQuality found) {
        return new Plan(
                time, originMicros, rungs, preview, poster, thumbnails, sounds, subtitles, threads, protection, found);
    }

    /**
     * Threads for one encoder: its share of them by pixels, because all rungs are encoded at once and an encoder with
     * more threads than processors are left to it spends 5 to 10 % more on waiting (docs/decisions/0009).
     */
    public int threadsOf(VideoOutput output) {
        double pixels = rungs.stream().mapToLong(rung -> rung.size().pixels()).sum();
        return Math.max(1, Math.toIntExact(Math.round(threads * output.size().pixels() / pixels)));
    }

    public Size topSize() {
        return rungs.getFirst().size();
    }

    /** A line an output, for a person to read before anything runs. */
    public String asTable() {
        List<String> lines = new ArrayList<>();
        lines.add("%.1f s at %.3f pictures a second, %d segments of %d s"
                .formatted(
                        timeline.durationMicros() / 1e6,
                        timeline.rate().toDouble(),
                        timeline.segments(),
                        Timeline.SEGMENT_SECONDS));
        if (quality != null) {
            lines.add("  " + quality.inWords());
        }
        rungs.forEach(rung -> lines.add(row(rung.path(), rung.size(), rung.bitrate())));
        audios.forEach(
                audio -> lines.add(row(audio.path(), "stereo", audio.codec().bitrate())));
        lines.add(row(preview.path(), preview.size(), preview.bitrate()));
        lines.add("  %-24s %s".formatted(poster.path(), poster.size()));
        lines.add("  %-24s %d frames of %s".formatted(thumbnails.path(), thumbnails.frames(), thumbnails.size()));
        subtitles.forEach(subtitle -> lines.add("  %-24s %s".formatted(subtitle.path(), subtitle.language())));
        return String.join("\n", lines);
    }

    private static String row(String path, Object shape, long bitrate) {
        return String.format(Locale.ROOT, "  %-24s %-12s at most %,d kbit/s", path, shape, bitrate / 1000);
    }
}
