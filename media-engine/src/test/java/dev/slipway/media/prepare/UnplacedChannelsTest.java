package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.encode.SoundPass;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that say how many channels they have and not which; beyond eight there is no customary layout. */
class UnplacedChannelsTest {
    private static final int RATE = 48_000;
    private static final short LOUD = 16_384;

    private final Path folder;

    UnplacedChannelsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"6, 4, LEFT", "6, 5, RIGHT", "9, 0, LEFT", "9, 7, RIGHT", "12, 11, RIGHT", "16, 8, LEFT"})
    void eachIsHeardOnOneSide(int channels, int sounding, Side side) throws Exception {
        float[] peaks = peaks(clip(channels, channel -> channel == sounding));
        assertThat(peaks[side.ordinal()]).isGreaterThan(0.02f);
        assertThat(peaks[1 - side.ordinal()]).isLessThan(0.001f);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 9, 12, 16})
    void allTogetherStayAsLoudAsOneAlone(int channels) throws Exception {
        for (float peak : peaks(clip(channels, channel -> true))) {
            assertThat(peak).isBetween(0.4f, 0.505f);
        }
    }

    private enum Side {
        LEFT,
        RIGHT
    }

    @FunctionalInterface
    private interface Choice {
        boolean sounds(int channel);
    }

    private Path clip(int channels, Choice choice) throws Exception {
        ByteBuffer samples = ByteBuffer.allocate(RATE * channels * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < RATE * channels; at++) {
            samples.putShort(choice.sounds(at % channels) ? LOUD : 0);
        }
        Path raw = Files.write(folder.resolve("sound.raw"), samples.array());
        Path clip = folder.resolve("clip.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "color=gray:s=160x90:r=25:d=1",
                "-f",
                "s16le",
                "-ar",
                String.valueOf(RATE),
                "-ac",
                String.valueOf(channels),
                "-i",
                raw.toString(),
                "-c:v",
                "libx264",
                "-c:a",
                "pcm_s16le",
                clip.toString());
        return clip;
    }

    /** Left and right in the middle of the second. */
    private static float[] peaks(Path clip) throws Exception {
        SourceScan scan = SourceScan.scan(clip);
        SoundPass pass = new SoundPass(clip, scan, Planner.plan(scan, PlanRequest.defaults(), 1));
        float[] peaks = new float[2];
        int[] heard = {0};
        pass.read(
                block -> {
                    for (int index = 0; index < block.samples(); index++) {
                        if (++heard[0] > RATE / 4 && heard[0] < RATE * 3 / 4) {
                            peaks[0] = Math.max(peaks[0], Math.abs(block.left()[index]));
                            peaks[1] = Math.max(peaks[1], Math.abs(block.right()[index]));
                        }
                    }
                },
                () -> {},
                new Cancellation());
        assertThat(heard[0]).isEqualTo(RATE);
        return peaks;
    }
}
