package dev.slipway.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.FragmentedFiles;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.media.Rational;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackIndexerTest {
    @TempDir
    Path folder;

    @Test
    void aVp9RungIsListedSegmentBySegment() throws Exception {
        Path file = FragmentedFiles.vp9(folder.resolve("v.mp4"), 320, 180);
        TrackIndex index = TrackIndexer.index(file);
        assertThat(index.kind()).isEqualTo(TrackKind.VIDEO);
        assertThat(index.codec()).isEqualTo("vp9");
        assertThat(index.codecs()).startsWith("vp09.00.").contains(".08.01.");
        assertThat(index.width()).isEqualTo(320);
        assertThat(index.height()).isEqualTo(180);
        assertThat(index.samples()).isEqualTo(FragmentedFiles.FRAMES);
        assertThat(index.frameRate()).isEqualTo(new Rational(25, 1));
        assertThat(index.durationMicros()).isEqualTo(FragmentedFiles.SECONDS * 1_000_000L);
        assertThat(index.segments()).hasSize(3).allMatch(Segment::startsWithKeyFrame);
        assertThat(index.segments().get(1).startTicks()).isEqualTo(4 * index.timescale());
    }

    @Test
    void segmentsLieOneAfterTheOtherFromTheInitSectionOn() throws Exception {
        TrackIndex index = TrackIndexer.index(FragmentedFiles.opus(folder.resolve("a.mp4")));
        ByteRange sidx = Objects.requireNonNull(index.segmentIndex());
        assertThat(sidx.offset()).isEqualTo(index.init().end());
        long end = sidx.end();
        for (Segment segment : index.segments()) {
            assertThat(segment.bytes().offset()).isEqualTo(end);
            end = segment.bytes().end();
        }
        assertThat(end).isLessThanOrEqualTo(index.bytes());
    }

    @Test
    void opusPreSkipIsTheEditOffsetAndNotPartOfTheDuration() throws Exception {
        TrackIndex index = TrackIndexer.index(FragmentedFiles.opus(folder.resolve("a.mp4")));
        assertThat(index.codecs()).isEqualTo("opus");
        assertThat(index.channels()).isEqualTo(2);
        assertThat(index.sampleRate()).isEqualTo(48_000);
        assertThat(index.editOffsetTicks()).isEqualTo(312);
        assertThat(index.durationMicros()).isBetween(9_990_000L, 10_030_000L);
    }

    @Test
    void aacNamesItsObjectType() throws Exception {
        TrackIndex index = TrackIndexer.index(FragmentedFiles.aac(folder.resolve("a.mp4")));
        assertThat(index.codecs()).isEqualTo("mp4a.40.2");
        assertThat(index.sampleRate()).isEqualTo(48_000);
        assertThat(index.channels()).isEqualTo(2);
    }

    @Test
    void h264NamesProfileAndLevelAsTheFilesOwnHeaderDoes() throws Exception {
        Path file = FragmentedFiles.h264(folder.resolve("v.mp4"), 320, 180);
        String profile = FfmpegTool.ffprobe("-show_entries", "stream=level", "-of", "csv=p=0", file.toString());
        String level = String.format("%02X", Integer.parseInt(profile.strip()));
        assertThat(TrackIndexer.index(file).codecs()).matches("avc1\\.42[0-9A-F]{2}" + level);
    }

    @Test
    void av1NamesProfileLevelTierAndDepth() throws Exception {
        assertThat(TrackIndexer.index(FragmentedFiles.av1(folder.resolve("v.mp4")))
                        .codecs())
                .matches("av01\\.0\\.\\d\\dM\\.08");
    }

    @Test
    void anIndexSurvivesJson() throws Exception {
        TrackIndex index = TrackIndexer.index(FragmentedFiles.opus(folder.resolve("a.mp4")));
        String json = Json.STRICT.writeValueAsString(index);
        assertThat(Json.STRICT.readValue(json, TrackIndex.class)).isEqualTo(index);
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(FragmentedFiles.vp9(folder.resolve("v.mp4"), 64, 64));
        long[] cuts = {0, 7, 100, whole.length / 2, whole.length - 1};
        for (long cut : cuts) {
            Path shorter = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, (int) cut));
            assertThatThrownBy(() -> TrackIndexer.index(shorter)).isInstanceOf(BoxException.class);
        }
    }

    @Test
    void bytesAfterTheLastBoxAreRefused() throws Exception {
        Path longer = Files.write(folder.resolve("long.mp4"), withoutRandomAccess(5));
        assertThatThrownBy(() -> TrackIndexer.index(longer)).hasMessageContaining("5 trailing bytes");
    }

    @Test
    void anUnknownTopLevelBoxIsRefusedByName() throws Exception {
        byte[] with = withoutRandomAccess(16);
        System.arraycopy(new byte[] {0, 0, 0, 16, 'f', 'r', 'e', 'e'}, 0, with, with.length - 16, 8);
        Path longer = Files.write(folder.resolve("free.mp4"), with);
        assertThatThrownBy(() -> TrackIndexer.index(longer)).hasMessageContaining("'free'");
    }

    /** A good file that ends with its last {@code mdat}, and that many zero bytes. */
    private byte[] withoutRandomAccess(int more) throws Exception {
        Path whole = FragmentedFiles.vp9(folder.resolve("v.mp4"), 64, 64);
        int end = (int) TrackIndexer.index(whole).segments().getLast().bytes().end();
        return Arrays.copyOf(Arrays.copyOf(Files.readAllBytes(whole), end), end + more);
    }

    @Test
    void anIndexThatPointsElsewhereIsRefused() throws Exception {
        Path file = FragmentedFiles.vp9(folder.resolve("v.mp4"), 64, 64);
        ByteRange sidx = Objects.requireNonNull(TrackIndexer.index(file).segmentIndex());
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) sidx.end() - 9]++;
        Files.write(file, bytes);
        assertThatThrownBy(() -> TrackIndexer.index(file)).hasMessageContaining("sidx");
    }

    @Test
    void segmentsOfLessThanHalfASecondAreRefusedExceptTheLast() throws Exception {
        String[] tenth = {"-frag_duration", "100000"};
        assertThatThrownBy(() -> TrackIndexer.index(fragmentedOpus("short.mp4", "3", tenth)))
                .isInstanceOf(BoxException.class)
                .hasMessageContaining("0.5 s");
        Path lastIsShort = fragmentedOpus("good.mp4", "1.1", "-frag_duration", "1000000");
        assertThat(TrackIndexer.index(lastIsShort).segments()).hasSize(2);
    }

    private Path fragmentedOpus(String name, String seconds, String... fragments) throws Exception {
        Path file = folder.resolve(name);
        Stream<String> source = Stream.of("-f", "lavfi", "-i", "sine=d=" + seconds, "-c:a", "libopus");
        Stream<String> shape = Stream.of("-movflags", "+delay_moov+default_base_moof", "-y", file.toString());
        FfmpegTool.ffmpeg(Stream.of(source, Stream.of(fragments), shape)
                .flatMap(part -> part)
                .toArray(String[]::new));
        return file;
    }

    @Test
    void aFileThatIsNotFragmentedIsRefused() throws Exception {
        Path plain = folder.resolve("plain.mp4");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "testsrc2=d=1", "-c:v", "libx264", "-y", plain.toString());
        assertThatThrownBy(() -> TrackIndexer.index(plain)).isInstanceOf(BoxException.class);
    }

    @Test
    void twoTracksInOneFileAreRefused() throws Exception {
        Path both = folder.resolve("both.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=d=1",
                "-f",
                "lavfi",
                "-i",
                "sine=d=1",
                "-c:v",
                "libx264",
                "-c:a",
                "aac",
                "-movflags",
                "+frag_keyframe+delay_moov+default_base_moof",
                "-y",
                both.toString());
        assertThatThrownBy(() -> TrackIndexer.index(both)).hasMessageContaining("second track");
    }
}
