package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.probe.Probe;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.media.SourceWarning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each part flashes and beeps one second after its beginning. */
class JoinedRecordingTest {
    private static final double PART_SECONDS = 3;
    private static final int RATE = 25;
    private static final int SAMPLES = 48_000;
    /** 2^33 ticks of 90 kHz, where the clock of a transport stream overflows. */
    private static final double OVERFLOW_SECONDS = 95_443.7177;

    @TempDir
    static Path folder;

    private static Path flash = Path.of("not made yet");

    @BeforeAll
    static void flashAndBeep() throws Exception {
        flash = folder.resolve("flash.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "color=black:s=160x96:r=25:d=3,drawbox=color=white:t=fill:enable='eq(n,25)',format=yuv420p",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='0.8*sin(2000*t)*between(t,1,1.04)':s=48000:d=3",
                "-c:v",
                "libx264",
                "-crf",
                "10",
                "-g",
                "25",
                "-bf",
                "2",
                "-c:a",
                "flac",
                flash.toString());
    }

    @Test
    void partsThatBeginAnewFollowEachOther() throws Exception {
        assertPartsFollow("back", 0, 0, 0);
    }

    @Test
    void aLeapOfAnHourLeavesNoGap() throws Exception {
        assertPartsFollow("leap", 0, 3600, 7200);
    }

    @Test
    void anHourBackLosesNothing() throws Exception {
        assertPartsFollow("return", 7200, 3600, 0);
    }

    @Test
    void aClockThatOverflowsGoesOn() throws Exception {
        Path part = part("overflow", OVERFLOW_SECONDS - 2);
        Preparation prepared = Preparation.of(part, folder.resolve("out-overflow"));
        assertThat(prepared.seconds()).isCloseTo(PART_SECONDS, within(0.1));
        assertThat(flashes(prepared.top())).hasSize(1);
    }

    private static void assertPartsFollow(String name, double... offsets) throws Exception {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int index = 0; index < offsets.length; index++) {
            joined.write(Files.readAllBytes(part(name + index, offsets[index])));
        }
        Path clip = Files.write(folder.resolve(name + ".ts"), joined.toByteArray());
        assertThat(Probe.probe(clip).codedWarnings())
                .filteredOn(warning -> warning.code().equals(SourceWarning.CLOCK_JUMPS))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.words()).contains("clock jumps");
                    assertThat(warning.exact()).isEqualTo(String.valueOf(offsets.length - 1));
                });

        Preparation prepared = Preparation.of(clip, folder.resolve("out-" + name));

        assertThat(prepared.seconds()).isCloseTo(offsets.length * PART_SECONDS, within(0.2));
        List<Double> seen = flashes(prepared.top());
        List<Double> heard = beeps(prepared.sound());
        assertThat(seen).hasSize(offsets.length);
        assertThat(heard).hasSize(offsets.length);
        for (int index = 0; index < offsets.length; index++) {
            assertThat(seen.get(index)).isCloseTo(index * PART_SECONDS + 1, within(0.1));
            assertThat(heard.get(index)).isCloseTo(seen.get(index), within(0.05));
        }
    }

    private static Path part(String name, double offset) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".ts");
        FfmpegTool.ffmpeg(
                "-i",
                flash.toString(),
                "-c:v",
                "copy",
                "-c:a",
                "mp2",
                "-b:a",
                "192k",
                "-output_ts_offset",
                Double.toString(offset),
                "-y",
                file.toString());
        return file;
    }

    private static List<Double> flashes(Path file) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        byte[] grey = decode(file, "-vf", "scale=1:1:flags=area,format=gray", "-f", "rawvideo", "-vsync", "0");
        for (int number = 0; number < grey.length; number++) {
            if (Byte.toUnsignedInt(grey[number]) > 128) {
                times.add((double) number / RATE);
            }
        }
        return times;
    }

    private static List<Double> beeps(Path file) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        ByteBuffer samples = ByteBuffer.wrap(decode(file, "-ac", "1", "-ar", "48000", "-f", "s16le"))
                .order(ByteOrder.LITTLE_ENDIAN);
        int quietUntil = 0;
        for (int number = 0; number < samples.limit() / Short.BYTES; number++) {
            if (Math.abs(samples.getShort(number * Short.BYTES)) > 8000 && number >= quietUntil) {
                times.add((double) number / SAMPLES);
                quietUntil = number + SAMPLES / 2;
            }
        }
        return times;
    }

    private static byte[] decode(Path file, String... options) throws IOException, InterruptedException {
        Path raw = Files.createTempFile(folder, "decoded", ".raw");
        List<String> arguments = new ArrayList<>(List.of("-i", file.toString()));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-y", raw.toString()));
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return Files.readAllBytes(raw);
    }
}
