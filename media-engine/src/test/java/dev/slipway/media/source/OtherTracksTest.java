package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.Notice;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.FlashAndBeep;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.media.SourceWarning;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tracks beside picture and sound, which cameras and discs put in: clocks, sensors, subtitles that are pictures. */
class OtherTracksTest {
    private static final int SECONDS = 4;

    @TempDir
    static Path folder = Path.of("");

    private static Path picture = Path.of("not made yet");
    private static Path sound = Path.of("not made yet");

    @BeforeAll
    static void makeBothTracks() throws Exception {
        picture = FlashAndBeep.picture(folder.resolve("picture.mkv"), SECONDS);
        sound = FlashAndBeep.sound(folder.resolve("sound.mkv"), SECONDS);
    }

    /** A GoPro's sensors (gpmd), a broadcast's private data, a camera's time code. */
    @ParameterizedTest
    @CsvSource({"sensors.mov, bin_data, gpmd", "private.ts, bin_data,", "clock.mov, unknown, tmcd"})
    void theFilmIsFoundBehindData(String name, String codec, String tag) throws Exception {
        Path clip = folder.resolve(name);
        if ("tmcd".equals(tag)) {
            Path last = folder.resolve("last.mov");
            join(last, List.of(), List.of("-timecode", "01:00:00:00"));
            FfmpegTool.ffmpeg(
                    "-i",
                    last.toString(),
                    "-map",
                    "0:d",
                    "-map",
                    "0:a",
                    "-map",
                    "0:v",
                    "-c",
                    "copy",
                    "-write_tmcd",
                    "0",
                    clip.toString());
        } else {
            byte[] noise = new byte[3000];
            new Random(5).nextBytes(noise);
            Path data = Files.write(folder.resolve("noise.bin"), noise);
            Path stream = name.endsWith(".ts") ? clip : folder.resolve("behind-data.ts");
            join(stream, List.of("-f", "data", "-i", data.toString()), List.of("-c:d", "copy"));
            if (tag != null) {
                FfmpegTool.ffmpeg(
                        "-i",
                        stream.toString(),
                        "-map",
                        "0",
                        "-c",
                        "copy",
                        "-bsf:a",
                        "aac_adtstoasc",
                        "-tag:d",
                        tag,
                        clip.toString());
            }
        }
        assertThat(FfmpegTool.ffprobe(
                        "-show_entries", "stream=codec_type,codec_name", "-of", "csv=p=0", clip.toString()))
                .startsWith(codec + ",data");
        assertTogether(Preparation.of(clip, folder.resolve(name + "-out")));
    }

    @ParameterizedTest
    @CsvSource({"copy, hdmv_pgs_subtitle", "dvdsub, dvd_subtitle", "dvbsub, dvb_subtitle"})
    void subtitlesThatArePicturesAreToldAndTextBesideThemIsKept(String codec, String kind) throws Exception {
        Path pictures = Files.write(folder.resolve("pictures.sup"), presentationGraphics());
        Path words = Files.writeString(
                folder.resolve("words.srt"), "1\n00:00:01,000 --> 00:00:02,000\nHello\n", StandardCharsets.UTF_8);
        Path clip = folder.resolve("subtitled-" + codec + ".mkv");
        FfmpegTool.ffmpeg(
                "-i",
                picture.toString(),
                "-i",
                sound.toString(),
                "-i",
                pictures.toString(),
                "-i",
                words.toString(),
                "-map",
                "2",
                "-map",
                "0",
                "-map",
                "1",
                "-map",
                "3",
                "-c",
                "copy",
                "-c:s:0",
                codec,
                clip.toString());
        assertThat(Probe.probe(clip).codedWarnings())
                .contains(new SourceWarning(
                        SourceWarning.PICTURE_SUBTITLES,
                        "Some subtitles are pictures and not text; they cannot be published. Add them as text.",
                        kind));

        Preparation prepared = Preparation.of(clip, folder.resolve("subtitled-" + codec));

        assertThat(prepared.prepared().notices())
                .extracting(Notice::words)
                .anyMatch(told -> told.startsWith("Some subtitles are pictures"));
        assertThat(prepared.manifest().withRole(ArtifactRole.SUBTITLES))
                .singleElement()
                .satisfies(kept -> assertThat(prepared.folder().resolve(kept.path()))
                        .content()
                        .contains("Hello"));
        assertTogether(prepared);
    }

    private static void assertTogether(Preparation prepared) throws Exception {
        Judge.decodesWithoutComplaint(prepared.top());
        assertThat(FlashAndBeep.flashes(prepared.top(), FlashAndBeep.RATE)).containsExactly(1.0, 3.0);
        assertThat(FlashAndBeep.beeps(prepared.sound()))
                .hasSize(2)
                .allSatisfy(beep -> assertThat(beep % 2).isBetween(0.997, 1.003));
    }

    private static void join(Path file, List<String> first, List<String> options) throws Exception {
        List<String> arguments = new ArrayList<>(first);
        int inputs = first.isEmpty() ? 2 : 3;
        arguments.addAll(List.of("-i", picture.toString(), "-i", sound.toString()));
        for (int input = 0; input < inputs; input++) {
            arguments.addAll(List.of("-map", Integer.toString(input)));
        }
        arguments.addAll(List.of("-c:v", "copy", "-c:a", "aac"));
        arguments.addAll(options);
        arguments.add(file.toString());
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
    }

    /** A white square of 8 × 8 from second 1 to 2, as a Blu-ray has it: composition, window, palette, object, end. */
    private static byte[] presentationGraphics() {
        byte[] window = {1, 0, 0, 8, 0, 8, 0, 8, 0, 8};
        ByteBuffer object = ByteBuffer.allocate(11 + 8 * 5);
        object.put(new byte[] {0, 0, 0, (byte) 0xC0, 0, 0, 4 + 8 * 5, 0, 8, 0, 8});
        for (int line = 0; line < 8; line++) {
            object.put(new byte[] {0, (byte) 0x88, 1, 0, 0});
        }
        byte[] shown = {0, (byte) 160, 0, 90, 0x10, 0, 0, (byte) 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0, 8};
        byte[] cleared = {0, (byte) 160, 0, 90, 0x10, 0, 1, 0, 0, 0, 0};
        ByteBuffer stream = ByteBuffer.allocate(1000);
        segment(stream, 1, 0x16, shown);
        segment(stream, 1, 0x17, window);
        segment(stream, 1, 0x14, new byte[] {0, 0, 1, (byte) 235, (byte) 128, (byte) 128, (byte) 255});
        segment(stream, 1, 0x15, object.array());
        segment(stream, 1, 0x80, new byte[0]);
        segment(stream, 2, 0x16, cleared);
        segment(stream, 2, 0x17, window);
        segment(stream, 2, 0x80, new byte[0]);
        byte[] bytes = new byte[stream.position()];
        stream.flip().get(bytes);
        return bytes;
    }

    private static void segment(ByteBuffer stream, int second, int type, byte[] content) {
        stream.put((byte) 'P').put((byte) 'G').putInt(90_000 * second).putInt(0);
        stream.put((byte) type).putShort((short) content.length).put(content);
    }
}
