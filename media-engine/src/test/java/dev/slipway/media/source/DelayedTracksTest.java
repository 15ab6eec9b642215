package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.FlashAndBeep;
import dev.slipway.media.testing.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tracks that do not begin together: by empty edits (ISO/IEC 14496-12, section 8.6.6), by their first times, or both.
 * Where the picture begins is 0 of what is published; sound from before it is left out.
 */
class DelayedTracksTest {
    private static final int SECONDS = 6;
    /** The mix lies on the source's samples; codecs and the tool's rounding move the loud beginning of a beep by less. */
    private static final double TOGETHER = 0.003;

    @TempDir
    static Path folder = Path.of("");

    private static Path picture = Path.of("not made yet");
    private static Path sound = Path.of("not made yet");

    @BeforeAll
    static void makeBothTracks() throws Exception {
        picture = FlashAndBeep.picture(folder.resolve("picture.mkv"), SECONDS);
        sound = FlashAndBeep.sound(folder.resolve("sound.mkv"), SECONDS);
    }

    /** What each track has before its beginning is cut off. */
    @ParameterizedTest(name = "{0}: picture from {1} s, sound from {2} s, all {3} s later")
    @CsvSource({
        "mp4, 0.0, 0.0, 0.72",
        "mp4, 0.0, 1.3, 0.0",
        "mp4, 1.48, 0.0, 0.0",
        "mp4, 0.48, 0.3, 0.52",
        "mov, 1.48, 0.0, 0.0",
        "mkv, 0.0, 1.3, 0.0",
        "mkv, 1.48, 0.0, 0.0",
        "ts, 0.0, 1.3, 0.0",
        "ts, 1.48, 0.0, 0.0",
        "flv, 1.48, 0.0, 0.0",
        "mkv, 0.0, 0.0, 0.72"
    })
    void flashesAndBeepsStayTogether(String container, double pictureAt, double soundAt, double shift)
            throws Exception {
        Path clip = clip(container, pictureAt, soundAt, shift);
        Preparation prepared = Preparation.of(clip, folder.resolve(clip.getFileName() + "-out"));
        assertThat(prepared.seconds()).isCloseTo(SECONDS - pictureAt, within(0.1));

        List<Double> flashes = FlashAndBeep.flashes(prepared.top(), FlashAndBeep.RATE);
        List<Double> beeps = FlashAndBeep.beeps(prepared.sound());

        assertThat(flashes).hasSize(pictureAt > 1 ? 2 : 3);
        assertThat(beeps).hasSize(pictureAt > 1 || soundAt > 1 ? 2 : 3);
        flashes = flashes.subList(flashes.size() - beeps.size(), flashes.size());
        for (int index = 0; index < beeps.size(); index++) {
            assertThat(beeps.get(index)).isCloseTo(flashes.get(index), within(TOGETHER));
        }
    }

    private static Path clip(String container, double pictureAt, double soundAt, double shift)
            throws IOException, InterruptedException {
        Path clip = folder.resolve("picture-%.2f-sound-%.2f-%.2f.%s".formatted(pictureAt, soundAt, shift, container));
        List<String> arguments = new ArrayList<>();
        for (Path track : List.of(picture, sound)) {
            arguments.addAll(List.of("-itsoffset", Double.toString(shift), "-i", track.toString()));
        }
        arguments.addAll(
                List.of("-vf", "trim=start=" + (pictureAt + shift), "-af", "atrim=start=" + (soundAt + shift)));
        arguments.addAll(List.of("-fps_mode", "vfr", "-g", "12", "-bf", "0"));
        arguments.addAll(
                switch (container) {
                    case "flv" -> List.of("-c:v", "flv", "-q:v", "2", "-c:a", "pcm_s16le", "-ar", "44100");
                    default -> List.of("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
                });
        arguments.add(clip.toString());
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return clip;
    }
}
