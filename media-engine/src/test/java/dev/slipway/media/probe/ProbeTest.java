package dev.slipway.media.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.media.AudioFacts;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.Rational;
import dev.slipway.model.media.VideoFacts;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {
    private final Path folder;

    ProbeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "street-768x432-h264-aac-30s.mp4,        h264,  768,  432,   0, 25/2",
        "people-768x432-10fps-noaudio-139s.mp4,  h264,  768,  432,   0, 10/1",
        "gesture-640x480-h264-fullrange-noaudio.mkv, h264, 640, 480, 0, 30/1",
        "portrait-4k60-rot270-h264.mp4,          h264, 2160, 3840, 90, 60/1",
        "film-960x400-mpeg4-mp3.avi,             mpeg4, 960,  400,   0, 24000/1001",
        "elf-vp8-vorbis.webm,                    vp8,   720,  480,   0, 30/1",
    })
    void whatAFileShowsIsReadFromItsContent(
            String name, String codec, int width, int height, int rotation, String rate) {
        VideoFacts video = videoOf(Probe.probe(Clips.require(name)));
        assertThat(video.codec()).isEqualTo(codec);
        assertThat(video.displayWidth()).isEqualTo(width);
        assertThat(video.displayHeight()).isEqualTo(height);
        assertThat(video.rotation()).isEqualTo(rotation);
        assertThat(video.frameRate()).isEqualTo(Rational.parse(rate));
        assertThat(video.variableFrameRate()).isFalse();
    }

    @Test
    void aPhonesRotationSwapsTheDisplayedSides() {
        VideoFacts video = videoOf(Probe.probe(Clips.require("phone-352x288-rot90-h264.mp4")));
        assertThat(video.width()).isEqualTo(352);
        assertThat(video.displayWidth()).isEqualTo(288);
        assertThat(video.shortSide()).isEqualTo(288);
    }

    @Test
    void durationIsWhatThePicturesLastNotWhatTheHeaderSays() {
        MediaFacts facts = Probe.probe(Clips.require("fragmented-wrong-duration-h264.mp4"));
        assertThat(facts.durationMicros()).isBetween(900_000L, 1_200_000L);
    }

    @Test
    void highDynamicRangeIsNoticed() {
        VideoFacts video = videoOf(Probe.probe(Clips.require("hdr10-1080p-hevc10-aac.mp4")));
        assertThat(video.dynamicRange()).isEqualTo(DynamicRange.PQ);
        assertThat(video.bitDepth()).isEqualTo(10);
    }

    @Test
    void anUnevenRateIsNoticed() {
        assertThat(videoOf(Probe.probe(Clips.require("desks-h263-vfr.3gp"))).variableFrameRate())
                .isTrue();
    }

    @Test
    void soundAndSubtitlesAreListed() {
        MediaFacts facts = Probe.probe(Clips.require("with-subtitles-h264-ac3.mkv"));
        assertThat(facts.audio()).isEqualTo(new AudioFacts("ac3", 1, 44100));
        assertThat(facts.subtitles())
                .singleElement()
                .satisfies(track -> assertThat(track.codec()).isEqualTo("subrip"));
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(folder.resolve("nothing.mp4"), ProblemCode.FILE_NOT_FOUND);
    }

    @Test
    void textEmptinessAndNoiseAreNoVideos() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        assertRefused(
                write("text.mp4", "just a letter\n".repeat(500).getBytes(StandardCharsets.UTF_8)),
                ProblemCode.NOT_A_VIDEO);
        assertRefused(write("empty.mp4", new byte[0]), ProblemCode.NOT_A_VIDEO);
        assertRefused(write("noise.mp4", noise), ProblemCode.NOT_A_VIDEO);
    }

    @Test
    void aPlaylistIsNoVideoAndOpensNothing() throws IOException {
        String playlist = "#EXTM3U\n#EXTINF:10,\nfile://" + Clips.require("street-768x432-h264-aac-30s.mp4") + "\n";
        assertRefused(write("list.m3u8", playlist.getBytes(StandardCharsets.UTF_8)), ProblemCode.NOT_A_VIDEO);
    }

    @Test
    void aPictureNamedLikeAVideoIsAStillPicture() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertRefused(write("photo.mp4", png), ProblemCode.STILL_PICTURE);
    }

    @Test
    void soundAloneHasNoPicture() throws IOException {
        byte[] samples = new byte[44 + 96_000];
        byte[] header = {
            'R',
            'I',
            'F',
            'F',
            36,
            119,
            1,
            0,
            'W',
            'A',
            'V',
            'E',
            'f',
            'm',
            't',
            ' ',
            16,
            0,
            0,
            0,
            1,
            0,
            1,
            0,
            (byte) 0x80,
            (byte) 0xbb,
            0,
            0,
            0,
            119,
            1,
            0,
            2,
            0,
            16,
            0,
            'd',
            'a',
            't',
            'a',
            0,
            119,
            1,
            0
        };
        System.arraycopy(header, 0, samples, 0, header.length);
        assertRefused(write("song.mp4", samples), ProblemCode.NO_PICTURE);
    }

    @Test
    void twoPicturesDaysApartAreNotFilledIn() throws Exception {
        Path sparse = folder.resolve("sparse.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:d=1",
                "-vf",
                "setpts=PTS+if(gt(N\\,12)\\,200000/TB\\,0)",
                "-fps_mode",
                "passthrough",
                "-c:v",
                "ffv1",
                sparse.toString());
        assertRefused(sparse, ProblemCode.NOT_A_VIDEO);
    }

    @Test
    void halfAFileIsTruncated() throws IOException {
        byte[] whole = Files.readAllBytes(Clips.require("street-768x432-h264-aac-30s.mp4"));
        assertRefused(write("half.mp4", Arrays.copyOf(whole, whole.length / 2)), ProblemCode.TRUNCATED);
    }

    private static VideoFacts videoOf(MediaFacts facts) {
        return Objects.requireNonNull(facts.video());
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static void assertRefused(Path file, ProblemCode code) {
        assertThatThrownBy(() -> Probe.probe(file))
                .asInstanceOf(type(MediaException.class))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
