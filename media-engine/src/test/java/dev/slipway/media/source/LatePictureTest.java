package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.run.Notice;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.FlashAndBeep;
import dev.slipway.media.testing.Preparation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of which the sound came on long before the camera. */
class LatePictureTest {
    private static final int LATE = 30;
    /** Debian's ffmpeg lays the picture 7 ms later beside Opus in WebM. */
    private static final double TOGETHER = 0.008;

    @TempDir
    static Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "webm", "ts"})
    void aPictureThatBeginsHalfAMinuteAfterTheSoundIsPublishedFromThere(String container) throws Exception {
        Path clip = clip(container);
        Preparation prepared = Preparation.of(clip, folder.resolve(container));
        assertThat(prepared.seconds()).isCloseTo(4, within(0.1));
        assertThat(prepared.prepared().notices())
                .extracting(Notice::words)
                .anySatisfy(words -> assertThat(words).startsWith("The picture begins 30.0 s after the sound"));
        List<Double> flashes = FlashAndBeep.flashes(prepared.top(), FlashAndBeep.RATE);
        List<Double> beeps = FlashAndBeep.beeps(prepared.sound());
        assertThat(flashes).hasSizeGreaterThanOrEqualTo(2);
        assertThat(beeps).hasSameSizeAs(flashes);
        for (int index = 0; index < beeps.size(); index++) {
            assertThat(beeps.get(index)).isCloseTo(flashes.get(index), within(TOGETHER));
        }
    }

    private static Path clip(String container) throws Exception {
        Path picture = FlashAndBeep.picture(folder.resolve(container + " picture.mkv"), LATE + 4);
        Path sound = FlashAndBeep.sound(folder.resolve(container + " sound.mkv"), LATE + 4);
        Path clip = folder.resolve("late." + container);
        List<String> arguments = new ArrayList<>(List.of("-i", picture.toString(), "-i", sound.toString()));
        arguments.addAll(List.of("-vf", "trim=start=" + LATE, "-fps_mode", "vfr"));
        arguments.addAll(
                container.equals("webm")
                        ? List.of("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus")
                        : List.of("-c:v", "libx264", "-preset", "ultrafast", "-bf", "0", "-c:a", "aac"));
        arguments.add(clip.toString());
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return clip;
    }
}
