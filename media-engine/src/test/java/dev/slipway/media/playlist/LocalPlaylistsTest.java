package dev.slipway.media.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.mp4.Segment;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.mp4.TrackIndexer;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.FragmentedFiles;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.Source;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.Rational;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlaylistsTest {
    private static final List<String> FILES =
            List.of("video-180-vp9.mp4", "video-90-vp9.mp4", "video-180-h264.mp4", "audio-opus.mp4", "audio-aac.mp4");

    @TempDir
    static Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        FragmentedFiles.vp9(folder.resolve("video-180-vp9.mp4"), 320, 180);
        FragmentedFiles.vp9(folder.resolve("video-90-vp9.mp4"), 160, 90);
        FragmentedFiles.h264(folder.resolve("video-180-h264.mp4"), 320, 180);
        FragmentedFiles.opus(folder.resolve("audio-opus.mp4"));
        FragmentedFiles.aac(folder.resolve("audio-aac.mp4"));
        Files.writeString(folder.resolve("subtitles-ru.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nПривет\n");
        LocalPlaylists.write(folder, manifest(), folder.resolve("unfinished"));
    }

    @Test
    void theMasterPlaylistNamesCodecsSizeAndRateOfEachRung() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("hls/master.m3u8"));
        List<String> streams = lines.stream()
                .filter(line -> line.startsWith("#EXT-X-STREAM-INF"))
                .toList();
        assertThat(streams).hasSize(3);
        assertThat(streams)
                .filteredOn(line -> line.contains("vp09"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(",opus\"", "AUDIO=\"opus\"", "FRAME-RATE=25.000"));
        assertThat(streams)
                .filteredOn(line -> line.contains("avc1"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",mp4a.40.2\"", "AUDIO=\"aac\"", "RESOLUTION=320x180"));
        assertThat(streams).allSatisfy(line -> assertThat(line).contains("VIDEO-RANGE=SDR"));
        assertThat(lines).contains("#EXT-X-INDEPENDENT-SEGMENTS");
    }

    @Test
    void bandwidthIsThatOfTheBusiestSegmentsWithSound() throws Exception {
        TrackIndex picture = TrackIndexer.index(folder.resolve("video-90-vp9.mp4"));
        TrackIndex sound = TrackIndexer.index(folder.resolve("audio-opus.mp4"));
        Matcher stream = Pattern.compile("BANDWIDTH=(\\d+),AVERAGE-BANDWIDTH=(\\d+).*160x90")
                .matcher(Files.readString(folder.resolve("hls/master.m3u8")));
        assertThat(stream.find()).isTrue();
        assertThat(Long.parseLong(stream.group(1)))
                .isEqualTo(busiest(picture) + busiest(sound))
                .isGreaterThan(Long.parseLong(stream.group(2)));
    }

    @Test
    void theByteRangesOfAPlaylistTogetherAreTheFileWithoutItsIndexes() throws Exception {
        for (String file : FILES) {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            TrackIndex index = TrackIndexer.index(folder.resolve(file));
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            expected.write(whole, 0, (int) index.init().end());
            int first = (int) index.segments().getFirst().bytes().offset();
            expected.write(
                    whole, first, (int) index.segments().getLast().bytes().end() - first);
            assertThat(ranges(folder.resolve("hls/" + Presentation.name(file) + ".m3u8"), whole))
                    .isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void ffmpegPlaysEveryRungOfTheMasterPlaylist() throws Exception {
        Path frames = folder.resolve("frames.txt");
        for (int rung = 0; rung < 3; rung++) {
            FfmpegTool.ffmpeg(
                    "-i",
                    folder.resolve("hls/master.m3u8").toString(),
                    "-map",
                    "0:v:" + rung,
                    "-map",
                    "0:a:0",
                    "-f",
                    "framehash",
                    "-y",
                    frames.toString());
            try (Stream<String> lines = Files.lines(frames)) {
                assertThat(lines.filter(line -> line.startsWith("0,"))).hasSize(FragmentedFiles.FRAMES);
            }
        }
    }

    @Test
    void ffmpegPlaysTheDashManifest() throws Exception {
        String mpd = folder.resolve("dash/manifest.mpd").toString();
        String streams = FfmpegTool.ffprobe(
                "-allowed_extensions", "ALL", "-show_entries", "stream=codec_name,width", "-of", "csv=p=0", mpd);
        assertThat(streams.lines()).contains("vp9,320", "vp9,160", "h264,320", "opus", "aac", "webvtt,N/A");
        FfmpegTool.ffmpeg("-allowed_extensions", "ALL", "-i", mpd, "-map", "0:v", "-map", "0:a", "-f", "null", "-");
    }

    @Test
    void eachCodecHasItsOwnAdaptationSet() throws Exception {
        String mpd = Files.readString(folder.resolve("dash/manifest.mpd"));
        assertThat(mpd.split("<AdaptationSet")).hasSize(1 + 4 + 1);
        assertThat(mpd).contains("mediaPresentationDuration=\"PT10.000000S\"", "<BaseURL>../audio-opus.mp4</BaseURL>");
    }

    @Test
    void theOpenCodecsArePreferredToTheCompatibleOnes() throws Exception {
        List<String> sets = Files.readString(folder.resolve("dash/manifest.mpd"))
                .lines()
                .filter(line -> line.startsWith("<AdaptationSet") || line.startsWith("<Representation"))
                .toList();
        assertThat(priorities(sets)).contains("vp09 2", "opus 2", "avc1 1", "mp4a 1");
    }

    @Test
    void eachThumbnailCueNamesItsPlaceOnTheSheet() throws Exception {
        assertThat(Files.readAllLines(folder.resolve("thumbnails.vtt")))
                .containsSubsequence(
                        "WEBVTT",
                        "00:00:00.000 --> 00:00:04.000",
                        "thumbnails.webp#xywh=0,0,160,90",
                        "00:00:04.000 --> 00:00:08.000",
                        "thumbnails.webp#xywh=160,0,160,90",
                        "00:00:08.000 --> 00:00:10.000",
                        "thumbnails.webp#xywh=0,90,160,90");
    }

    @Test
    void whatALinkOfAPlaylistsNameLeadsToStaysAsItIs(@TempDir Path elsewhere) throws Exception {
        List<String> names =
                List.of("hls/master.m3u8", "hls/audio-opus.m3u8", "hls/subtitles-ru.m3u8", "thumbnails.vtt");
        for (String name : names) {
            Path own = Files.writeString(elsewhere.resolve(name.replace('/', '-')), "the creator's");
            Files.delete(folder.resolve(name));
            if (name.startsWith("hls")) {
                Files.createSymbolicLink(folder.resolve(name), own);
            } else {
                Files.createLink(folder.resolve(name), own);
            }
        }
        LocalPlaylists.write(folder, manifest(), folder.resolve("unfinished"));
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertThat(files)
                    .hasSize(names.size())
                    .allSatisfy(own -> assertThat(own).hasContent("the creator's"));
        }
        assertThat(names)
                .allSatisfy(name -> assertThat(folder.resolve(name))
                        .isRegularFile()
                        .isNotEmptyFile()
                        .matches(file -> !Files.isSymbolicLink(file)));
    }

    @Test
    void aFilmWithoutSoundHasNoAudioGroup() throws Exception {
        TrackIndex picture = TrackIndexer.index(folder.resolve("video-90-vp9.mp4"));
        Presentation silent =
                new Presentation(List.of(new Presentation.Track("v.mp4", picture, null)), List.of(), List.of());
        assertThat(HlsPlaylists.master(silent, path -> path)).doesNotContain("AUDIO", "opus", "SUBTITLES");
    }

    /** For each set its codec and its priority. */
    private static List<String> priorities(List<String> lines) {
        Pattern priority = Pattern.compile("selectionPriority=\"(\\d)\"");
        Pattern codec = Pattern.compile("codecs=\"(\\w+)");
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher set = priority.matcher(lines.get(i));
            Matcher representation = codec.matcher(lines.get(i + 1));
            if (set.find() && representation.find()) {
                found.add(representation.group(1) + " " + set.group(1));
            }
        }
        return found;
    }

    /** The index of segments stands between the init section and the first segment and is in no range. */
    private static byte[] ranges(Path playlist, byte[] whole) throws Exception {
        Matcher range = Pattern.compile("BYTERANGE[:=]\"?(\\d+)@(\\d+)").matcher(Files.readString(playlist));
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        while (range.find()) {
            together.write(whole, Integer.parseInt(range.group(2)), Integer.parseInt(range.group(1)));
        }
        return together.toByteArray();
    }

    /** Here every segment but a short last one is a run of its own. */
    private static long busiest(TrackIndex index) {
        return index.segments().stream()
                .filter(segment -> segment.durationTicks() * 2 >= 4 * index.timescale())
                .mapToLong(segment -> rate(index, segment))
                .max()
                .orElseThrow();
    }

    private static long rate(TrackIndex index, Segment segment) {
        return Math.ceilDiv(segment.bytes().size() * 8 * index.timescale(), segment.durationTicks());
    }

    private static Manifest manifest() throws Exception {
        List<Artifact> artifacts = new ArrayList<>();
        for (String file : FILES) {
            ArtifactRole role = file.startsWith("video") ? ArtifactRole.VIDEO : ArtifactRole.AUDIO;
            artifacts.add(artifact(role, file, ArtifactMedia.picture("as the file says", 1, 1)));
        }
        artifacts.add(artifact(ArtifactRole.SUBTITLES, "subtitles-ru.vtt", ArtifactMedia.subtitles("ru")));
        artifacts.add(new Artifact(
                ArtifactRole.THUMBNAILS,
                "thumbnails.webp",
                1,
                "",
                ArtifactMedia.sheet("webp", 320, 180, 2, 3, 4_000_000)));
        Source source = new Source(10_000_000, 320, 180, new Rational(25, 1), DynamicRange.SDR);
        return new Manifest(1, Instant.EPOCH, source, null, artifacts);
    }

    private static Artifact artifact(ArtifactRole role, String path, ArtifactMedia media) throws Exception {
        return new Artifact(role, path, Files.size(folder.resolve(path)), "", media);
    }
}
