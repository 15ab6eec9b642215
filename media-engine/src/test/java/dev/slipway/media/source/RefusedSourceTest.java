package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedSourceTest {
    private final Path folder;

    RefusedSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anEncryptedFilmIsToldApartFromABrokenOne() throws Exception {
        Path clip = film(
                "drm.mp4",
                "-encryption_scheme",
                "cenc-aes-ctr",
                "-encryption_key",
                "76a6c65c5ea762046bd749a2e632ccbb",
                "-encryption_kid",
                "a7e61c373e219033c21091fa607bf3b8");
        assertRefused(clip, ProblemCode.ENCRYPTED, "encrypted");
    }

    @Test
    void aScrambledBroadcastIsToldApartFromABrokenOne() throws Exception {
        byte[] bytes = Files.readAllBytes(film("pay.ts", "-t", "1"));
        Random key = new Random(3);
        for (int packet = 0; packet + 188 <= bytes.length; packet += 188) {
            int track = (bytes[packet + 1] & 0x1f) << 8 | Byte.toUnsignedInt(bytes[packet + 2]);
            if (track == 0x100) {
                bytes[packet + 3] |= (byte) 0x80;
                for (int at = packet + 20; at < packet + 188; at++) {
                    bytes[at] ^= (byte) key.nextInt();
                }
            }
        }
        assertRefused(Files.write(folder.resolve("pay.ts"), bytes), ProblemCode.ENCRYPTED, "scrambled");
    }

    @Test
    void dolbyVisionThatOtherScreensCannotShowIsRefused() throws Exception {
        Path clip = film("plain.mp4");
        assertThat(Probe.probe(clip).codedWarnings())
                .containsExactly(new SourceWarning(SourceWarning.NO_SOUND, "There is no sound."));
        assertRefused(withDolbyVision(clip, 5, 0), ProblemCode.DOLBY_VISION, "HDR10");
    }

    @Test
    void dolbyVisionOverAPictureForAllIsWelcome() throws Exception {
        assertThat(Probe.probe(withDolbyVision(film("plain.mp4"), 8, 1)).video())
                .isNotNull();
    }

    @Test
    void aFileWithOnePictureIsAStill() throws Exception {
        assertRefused(film("one.mp4", "-frames:v", "1"), ProblemCode.STILL_PICTURE, "single picture");
        Path png = folder.resolve("photo.png");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x64", "-frames:v", "1", png.toString());
        Path named = Files.move(png, folder.resolve("photo.mp4"));
        assertRefused(named, ProblemCode.STILL_PICTURE, "still picture");
    }

    @Test
    void aScreenThatWasScrolledTooFarIsToldWhatWouldFit() throws Exception {
        Path scrolled = folder.resolve("scrolled.mkv");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x20000:r=2:d=1", "-c:v", "ffv1", scrolled.toString());
        assertRefused(scrolled, ProblemCode.PAYLOAD_TOO_LARGE, "64 × 20000");
    }

    @Test
    void aSongWithACoverIsStillASong() throws Exception {
        Path song = folder.resolve("song.mp3");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "sine=d=2",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:d=0.04",
                "-map",
                "0:a",
                "-map",
                "1:v",
                "-frames:v",
                "1",
                "-c:v",
                "png",
                "-disposition:v",
                "attached_pic",
                "-c:a",
                "libmp3lame",
                song.toString());
        assertRefused(song, ProblemCode.NO_PICTURE, "sound but no picture");
    }

    @Test
    void packetsThatGiveNoPictureAreNotDecodable() throws Exception {
        Path clip = film("noise.mp4");
        byte[] bytes = Files.readAllBytes(clip);
        int media = find(bytes, "mdat") + 4;
        int end = find(bytes, "moov") - 4;
        byte[] noise = new byte[end - media];
        new Random(7).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, media, noise.length);
        assertRefused(Files.write(clip, bytes), ProblemCode.NOT_DECODABLE, "None of the pictures");
    }

    private Path film(String name, String... options) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "-y", "-f", "lavfi", "-i", "testsrc2=s=128x96:r=25:d=1", "-pix_fmt", "yuv420p", "-c:v", "libx264"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return file;
    }

    /** Adds a dvcC box to the sample entry, and its length to every box around it. */
    private Path withDolbyVision(Path clip, int profile, int compatibility) throws IOException {
        byte[] bytes = Files.readAllBytes(clip);
        ByteBuffer box = ByteBuffer.allocate(32);
        box.putInt(32)
                .put("dvcC".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        box.put((byte) (profile << 1)).put((byte) (1 << 3 | 0b101)).put((byte) (compatibility << 4));
        int entry = find(bytes, "avc1", find(bytes, "stsd")) - 4;
        int at = entry + ByteBuffer.wrap(bytes).getInt(entry);
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(bytes, 0, at);
        longer.write(box.array());
        longer.write(bytes, at, bytes.length - at);
        ByteBuffer result = ByteBuffer.wrap(longer.toByteArray());
        for (String around : new String[] {"moov", "trak", "mdia", "minf", "stbl", "stsd", "avc1"}) {
            int size = find(bytes, around, find(bytes, "moov")) - 4;
            result.putInt(size, result.getInt(size) + 32);
        }
        return Files.write(folder.resolve("dovi" + profile + ".mp4"), result.array());
    }

    private static int find(byte[] bytes, String name) {
        return find(bytes, name, 0);
    }

    private static int find(byte[] bytes, String name, int from) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        for (int at = from; at < bytes.length - 4; at++) {
            if (ByteBuffer.wrap(bytes, at, 4).equals(ByteBuffer.wrap(wanted))) {
                return at;
            }
        }
        throw new AssertionError("no box " + name);
    }

    private static void assertRefused(Path file, ProblemCode code, String words) {
        assertThatThrownBy(() -> Probe.probe(file)).isInstanceOfSatisfying(MediaException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessageContaining(words);
        });
    }
}
