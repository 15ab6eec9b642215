package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.sample.Sample;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PreparerTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final PlanRequest QUICK =
            PlanRequest.defaults().withRecipe(Recipe.FAST).withCompatibility(Compatibility.VP9_ONLY);

    private final Path folder;
    private final Path output;

    PreparerTest(@TempDir Path folder) {
        this.folder = folder;
        this.output = folder.resolve("out");
    }

    @Test
    void everyOutputOfARealClipIsWhatTheManifestSays() throws Exception {
        List<Progress> heard = new ArrayList<>();
        Path clip = Clips.require("street-768x432-h264-aac-30s.mp4");
        Prepared prepared = prepare(clip, PlanRequest.defaults(), heard::add, new Cancellation());
        assertThat(prepared.manifest().artifacts())
                .extracting(Artifact::path)
                .containsExactlyInAnyOrder(
                        "video-432-vp9.mp4",
                        "video-240-vp9.mp4",
                        "video-432-h264.mp4",
                        "audio-opus.mp4",
                        "audio-aac.mp4",
                        "preview.webm",
                        "poster.webp",
                        "thumbnails.webp");
        for (Artifact artifact : prepared.manifest().artifacts()) {
            assertThat(output.resolve(artifact.path())).hasSize(artifact.bytes());
            Judge.decodesWithoutComplaint(output.resolve(artifact.path()));
        }
        for (Artifact rung : prepared.manifest().withRole(ArtifactRole.VIDEO).toList()) {
            assertThat(Judge.keyFrames(output.resolve(rung.path())))
                    .as("key frames of %s", rung.path())
                    .containsExactly(0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 28.0);
            assertShown(rung, "nb_read_frames", "377");
            assertShown(rung, "color_space", "bt709");
        }
        assertThat(heard).extracting(Progress::fraction).isSorted().last().isEqualTo(1.0);
        assertThat(Json.STRICT.readValue(Files.readAllBytes(prepared.manifestFile()), Manifest.class))
                .isEqualTo(prepared.manifest());
        assertThat(output.resolve(".work")).doesNotExist();
        FfmpegTool.ffmpeg("-i", output.resolve("hls/master.m3u8").toString(), "-t", "1", "-f", "null", "-");
    }

    @Test
    void aPhonesPictureStandsUpright() throws Exception {
        Manifest manifest = prepare(Clips.require("phone-352x288-rot90-h264.mp4"), QUICK);
        Artifact top = rung(manifest);
        assertShown(top, "width", "288");
        assertShown(top, "height", "352");
        assertThat(Judge.track(output.resolve(top.path()))
                        .path("side_data_list")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aSilentFilmGetsNoSoundFileAndLimitedRange() throws Exception {
        Manifest manifest = prepare(Clips.require("gesture-640x480-h264-fullrange-noaudio.mkv"), QUICK);
        assertThat(manifest.withRole(ArtifactRole.AUDIO)).isEmpty();
        assertShown(rung(manifest), "color_range", "tv");
    }

    @Test
    void highDynamicRangeBecomesStandard() throws Exception {
        Manifest manifest = prepare(Clips.require("hdr10-1080p-hevc10-aac.mp4"), QUICK.withTrim(new Trim(0, 300_000)));
        assertShown(rung(manifest), "pix_fmt", "yuv420p");
        assertShown(rung(manifest), "color_transfer", "bt709");
    }

    @Test
    void aFalseHeaderDoesNotStretchTheVideo() throws Exception {
        Manifest manifest = prepare(Clips.require("fragmented-wrong-duration-h264.mp4"), QUICK);
        assertThat(manifest.source().durationMicros()).isBetween(900_000L, 1_200_000L);
        Judge.decodesWithoutComplaint(output.resolve(rung(manifest).path()));
    }

    @Test
    void theSubtitlesOfTheSourceBecomeWebVtt() throws Exception {
        prepare(Clips.require("with-subtitles-h264-ac3.mkv"), QUICK);
        assertThat(output.resolve("subtitles-en.vtt"))
                .content()
                .startsWith("WEBVTT")
                .contains("first subtitle");
    }

    @Test
    void aChangeOfSizeInMidStreamKeepsTheFirstSize() throws Exception {
        Path changing = changingSize();
        Manifest manifest = prepare(changing, QUICK);
        Artifact top = rung(manifest);
        assertShown(top, "width", "640");
        assertShown(top, "height", "360");
        assertThat(manifest.source().durationMicros()).isBetween(3_900_000L, 4_100_000L);
        Judge.decodesWithoutComplaint(output.resolve(top.path()));
    }

    @Test
    void oddSidesBecomeEven() throws Exception {
        Path odd = folder.resolve("odd.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=400x300:d=1,format=yuv444p,scale=321:241",
                "-c:v",
                "ffv1",
                odd.toString());
        Artifact top = rung(prepare(odd, QUICK));
        assertShown(top, "width", "322");
        assertShown(top, "height", "242");
    }

    @Test
    void lateSoundStartsLateAndBothFilesLastAsLongAsThePicture() throws Exception {
        Path late = folder.resolve("late.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:d=3",
                "-itsoffset",
                "1",
                "-f",
                "lavfi",
                "-i",
                "sine=d=1:sample_rate=44100",
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                late.toString());
        Manifest manifest = prepare(late, QUICK);
        Artifact sound = manifest.withRole(ArtifactRole.AUDIO).findFirst().orElseThrow();
        assertThat(sound.media().durationMicros()).isEqualTo(3_000_000);
        double decoded = Double.parseDouble(FfmpegTool.ffprobe(
                        "-show_entries",
                        "stream=duration",
                        "-of",
                        "csv=p=0",
                        output.resolve(sound.path()).toString())
                .strip());
        assertThat(decoded).isBetween(2.95, 3.05);
    }

    @Test
    void aTrimIsWhatIsPublished() throws Exception {
        Path clip = folder.resolve("sample.mp4");
        Sample.make(clip, 4);
        Manifest manifest = prepare(clip, QUICK.withTrim(new Trim(1_000_000, 2_500_000)));
        assertThat(manifest.source().durationMicros()).isEqualTo(1_500_000);
        assertShown(rung(manifest), "nb_read_frames", "45");
    }

    @Test
    void cancellingLeavesNothingBehind() throws Exception {
        Path clip = Clips.require("people-768x432-10fps-noaudio-139s.mp4");
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() -> prepare(clip, QUICK, progress -> cancellation.cancel(), cancellation))
                .asInstanceOf(type(MediaException.class))
                .extracting(MediaException::code)
                .isEqualTo(ProblemCode.CANCELLED);
        assertThat(output).doesNotExist();
    }

    private Path changingSize() throws IOException, InterruptedException {
        Path joined = folder.resolve("changing.ts");
        Path large = folder.resolve("large.ts");
        Path small = folder.resolve("small.ts");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=640x360:d=2:r=25", "-c:v", "libx264", large.toString());
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:d=2:r=25",
                "-c:v",
                "libx264",
                "-output_ts_offset",
                "2",
                small.toString());
        byte[] first = Files.readAllBytes(large);
        byte[] second = Files.readAllBytes(small);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return Files.write(joined, both);
    }

    private static Artifact rung(Manifest manifest) {
        return manifest.withRole(ArtifactRole.VIDEO).findFirst().orElseThrow();
    }

    private void assertShown(Artifact artifact, String field, String value) throws Exception {
        JsonNode track = Judge.track(output.resolve(artifact.path()));
        assertThat(track.path(field).asString())
                .as("%s of %s", field, artifact.path())
                .isEqualTo(value);
    }

    private Manifest prepare(Path clip, PlanRequest wishes) {
        return prepare(clip, wishes, ProgressListener.silent(), new Cancellation())
                .manifest();
    }

    private Prepared prepare(Path clip, PlanRequest wishes, ProgressListener listener, Cancellation cancellation) {
        PrepareRequest request = new PrepareRequest(clip, output, wishes, PrepareRequest.Beginning.AFRESH);
        return new Preparer(() -> NOW, 2).prepare(request, listener, cancellation);
    }
}
