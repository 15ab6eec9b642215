package dev.slipway.media.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.testing.Boxes;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Picture;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MOV files whose samples lie in another file (data references, ISO/IEC 14496-12, section 8.7.2). Whoever makes one could
 * have any file of a creator's disk published; the other file here is a film that can well be read.
 */
class ExternalReferenceTest {
    private static final List<String> DATA_REFERENCE = List.of("moov", "trak", "mdia", "minf", "dinf", "dref");
    private static final List<String> TRACKS = DATA_REFERENCE.subList(1, DATA_REFERENCE.size());

    @TempDir
    static Path folder = Path.of("");

    private static byte[] whole = {};

    @BeforeAll
    static void theFilmThatIsPointedAt() throws Exception {
        Path film = folder.resolve("film.mov");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=128x96:r=25:d=1",
                "-f",
                "lavfi",
                "-i",
                "sine=d=1",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-c:a",
                "aac",
                film.toString());
        whole = Files.readAllBytes(film);
    }

    @Test
    void picturesInAnotherFileAreRefusedAndTheFileIsNotRead() throws Exception {
        Path pointer = pointingAway("pointer.mov", track -> true, alias(folder.resolve("film.mov")), true);
        assertThat(FfmpegTool.ffprobe(
                        "-enable_drefs",
                        "1",
                        "-use_absolute_path",
                        "1",
                        "-count_frames",
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "stream=nb_read_frames",
                        "-of",
                        "csv=p=0",
                        pointer.toString()))
                .as("what a tool that may follow the reference finds")
                .contains("25");
        assertRefused(pointer);
    }

    @Test
    void picturesAtAnAddressOnTheNetworkAreRefused() throws Exception {
        byte[] address = Boxes.box("url ", ("\0\0\0\0http://127.0.0.1:1/film.mov\0").getBytes(US_ASCII));
        assertRefused(pointingAway("address.mov", track -> true, address, true));
    }

    @Test
    void soundInAnotherFileIsLeftOut() throws Exception {
        Path pointer = pointingAway("dubbed.mov", Boxes.holding("soun"), alias(folder.resolve("film.mov")), false);
        Preparation prepared = Preparation.of(pointer, folder.resolve("dubbed"));
        assertThat(Picture.count(prepared.top())).isEqualTo(25);
        Judge.decodesWithoutComplaint(prepared.top());
        assertThat(prepared.manifest().artifacts())
                .as("a file of sound would hold nothing but silence")
                .noneMatch(artifact -> artifact.path().startsWith("audio"));
    }

    private static void assertRefused(Path pointer) {
        assertThatThrownBy(() -> Probe.probe(pointer)).isInstanceOfSatisfying(MediaException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_A_VIDEO);
            assertThat(refusal).hasMessageContaining("other file");
        });
    }

    private static Path pointingAway(String name, Predicate<byte[]> track, byte[] entry, boolean withoutSamples)
            throws IOException {
        byte[] reference = ByteBuffer.allocate(8 + entry.length)
                .putInt(0)
                .putInt(1)
                .put(entry)
                .array();
        byte[] bytes = Boxes.changed(
                whole, List.of("moov"), all -> true, movie -> Boxes.changed(movie, TRACKS, track, old -> reference));
        if (withoutSamples) {
            bytes = Boxes.changed(bytes, List.of("mdat"), all -> true, samples -> new byte[samples.length]);
        }
        return Files.write(folder.resolve(name), bytes);
    }

    /** A Macintosh alias with nothing but an absolute path in it, as FFmpeg's demuxer reads it. */
    private static byte[] alias(Path target) {
        byte[] path = target.toString().getBytes(US_ASCII);
        ByteBuffer record = ByteBuffer.allocate(250 + path.length);
        // Version and flags, then a record of 150 bytes without names.
        record.position(4 + 10 + 1 + 27 + 12 + 1 + 63 + 16);
        record.putShort((short) -1).putShort((short) -1);
        record.position(record.position() + 16);
        record.putShort((short) 2).putShort((short) path.length).put(path);
        if (path.length % 2 == 1) {
            record.put((byte) 0);
        }
        record.putShort((short) -1).putShort((short) 0);
        return Boxes.box("alis", record.array());
    }
}
