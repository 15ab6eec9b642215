package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.Notice;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.FlashAndBeep;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.SourceWarning;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorders write no picture while a screen rests, also while who speaks goes on at the end. */
class SoundAfterThePictureTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final String GOES_ON = "The sound goes on";

    @TempDir
    static Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts", "mov"})
    void theLastPictureStaysUntilTheSoundEnds(String container) throws Exception {
        Path clip = clip("narrated." + container, 3, 7);
        Preparation prepared = Preparation.of(clip, folder.resolve(container));
        assertThat(prepared.seconds()).isCloseTo(7, within(0.15));
        assertThat(FlashAndBeep.beeps(prepared.sound()).getLast()).isGreaterThan(4);
        Film film = Film.of(prepared.top(), WIDTH, HEIGHT);
        int last = film.pictures().size() - 1;
        assertThat(film.difference(last, film, 31) / (double) (WIDTH * HEIGHT)).isLessThan(3);
        assertThat(prepared.prepared().notices())
                .filteredOn(notice -> notice.code().equals(Notice.SOURCE))
                .extracting(Notice::words)
                .anySatisfy(words -> assertThat(words).startsWith(GOES_ON).contains("4.0 s"));
    }

    @Test
    void aSoundThatEndsALittleLaterIsNoNarration() throws Exception {
        MediaFacts facts = Probe.probe(clip("short.mp4", 5.0, 5.3));
        assertThat(facts.durationMicros() / 1e6).isCloseTo(5, within(0.1));
        assertThat(facts.warnings()).noneMatch(words -> words.startsWith(GOES_ON));
    }

    @Test
    void anHourAfterThePictureIsNotShown() throws Exception {
        Path clip = folder.resolve("hour.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x48:r=10:d=2",
                "-f",
                "lavfi",
                "-i",
                "anullsrc=r=8000:cl=mono:d=900",
                "-c:v",
                "libx264",
                "-tune",
                "zerolatency",
                "-c:a",
                "pcm_u8",
                clip.toString());
        MediaFacts facts = Probe.probe(clip);
        assertThat(facts.durationMicros() / 1e6).isCloseTo(602, within(0.1));
        assertThat(facts.codedWarnings())
                .filteredOn(warning -> warning.code().equals(SourceWarning.SOUND_CUT_OFF))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.words()).contains("898.0 s").contains("left out");
                    assertThat(warning.exact()).isEqualTo("14:58.0");
                });
    }

    private static Path clip(String name, double picture, double sound) throws IOException, InterruptedException {
        Path clip = folder.resolve(name);
        Path beeps = FlashAndBeep.sound(folder.resolve(name + " sound.mkv"), 10);
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=%dx%d:r=10:d=%f".formatted(WIDTH, HEIGHT, picture),
                "-i",
                beeps.toString(),
                "-af",
                "atrim=end=" + sound,
                "-c:v",
                "libx264",
                "-c:a",
                "aac",
                clip.toString());
        return clip;
    }
}
