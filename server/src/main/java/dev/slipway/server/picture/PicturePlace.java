package dev.slipway.server.picture;

import dev.slipway.media.review.SampledPicture;
import java.time.Duration;
import java.util.Locale;

/** Says which picture is meant, at the beginning of a sentence. */
final class PicturePlace {
    private PicturePlace() {}

    static String of(SampledPicture picture) {
        return switch (picture.source()) {
            case FILM -> "The picture at " + time(picture.micros());
            case PREVIEW -> "The picture at " + time(picture.micros()) + " of the preview";
            case POSTER -> "The poster";
            case AVATAR -> "The author's picture";
        };
    }

    /** As players show it: {@code 0:12}, {@code 1:02:03}. */
    static String time(long micros) {
        Duration time = Duration.ofNanos(Math.multiplyExact(micros, 1_000L));
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
