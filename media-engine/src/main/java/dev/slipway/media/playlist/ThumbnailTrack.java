package dev.slipway.media.playlist;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A WebVTT track whose cues name a part of the thumbnail sheet by a media fragment, {@code #xywh=x,y,w,h}. */
public final class ThumbnailTrack {
    private static final long MAX_FRAMES = 10_000;

    private ThumbnailTrack() {}

    /**
     * @param sheet a THUMBNAILS artifact; its width and height are those of the whole sheet
     * @param durationMicros where the last cue ends
     * @param uri address of the sheet
     * @throws IllegalArgumentException when the artifact does not say how the sheet is laid out
     */
    public static String write(Artifact sheet, long durationMicros, String uri) {
        ArtifactMedia media = sheet.media();
        long frames = needed(media.frames(), "frames");
        long columns = needed(media.columns(), "columns");
        long interval = needed(media.intervalMicros(), "intervalMicros");
        long rows = Math.ceilDiv(frames, columns);
        long width = needed(media.width(), "width") / columns;
        long height = needed(media.height(), "height") / rows;
        if (frames > MAX_FRAMES || width == 0 || height == 0) {
            throw new IllegalArgumentException("a sheet of " + frames + " frames does not fit its own size");
        }
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (long frame = 0; frame < frames && frame * interval < durationMicros; frame++) {
            long end = frame == frames - 1 ? durationMicros : Math.min(durationMicros, (frame + 1) * interval);
            text.append(String.format(
                    Locale.ROOT,
                    "\n%s --> %s\n%s#xywh=%d,%d,%d,%d\n",
                    time(frame * interval),
                    time(end),
                    uri,
                    frame % columns * width,
                    frame / columns * height,
                    width,
                    height));
        }
        return text.toString();
    }

    private static long needed(@Nullable Number value, String name) {
        if (value == null || value.longValue() <= 0) {
            throw new IllegalArgumentException("a thumbnail sheet has to say its " + name);
        }
        return value.longValue();
    }

    private static String time(long micros) {
        long millis = micros / 1000;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
