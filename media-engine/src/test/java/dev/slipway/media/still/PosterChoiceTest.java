package dev.slipway.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Preparation;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which moment of a film becomes its poster. */
class PosterChoiceTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final double RATE = 10;
    private static final double CLEAR_FROM = 12;
    private static final double FADE_FROM = 15;

    /** A scene has lost little of its light so early in a fade. */
    private static final double BARELY_FADED = 0.7;

    private final Path folder;

    PosterChoiceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void thePosterIsNeitherFadedNorDarkNorBlurred() throws Exception {
        Path clip = folder.resolve("clip.mp4");
        FfmpegTool.ffmpeg(
                "-i",
                Clips.require("people-768x432-10fps-noaudio-139s.mp4").toString(),
                "-vf",
                "scale=%d:%d,lutyuv=y='16+(val-16)/5':enable='lt(t,6)',gblur=sigma=5:enable='between(t,6,%f)',"
                                .formatted(WIDTH, HEIGHT, CLEAR_FROM - 0.01)
                        + "fade=t=in:d=2,fade=t=out:st=%f:d=3".formatted(FADE_FROM),
                "-t",
                "18",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "12",
                clip.toString());

        Preparation prepared = Preparation.of(clip, folder.resolve("out"));

        double chosen =
                nearest(Film.of(prepared.folder().resolve("poster.webp"), WIDTH, HEIGHT), Film.of(clip, WIDTH, HEIGHT))
                        / RATE;
        assertThat(chosen).as("seconds").isBetween(CLEAR_FROM, FADE_FROM + BARELY_FADED);
    }

    private static int nearest(Film poster, Film film) {
        return IntStream.range(0, film.pictures().size())
                .boxed()
                .min(Comparator.comparingLong(picture -> poster.difference(0, film, picture)))
                .orElseThrow();
    }
}
