package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.check.CheckRequest;
import dev.slipway.media.check.CheckVerdict;
import dev.slipway.media.check.PublicationCheck;
import dev.slipway.media.mux.WebmCopy;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.sample.Sample;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.SignedManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {
    private final Path folder;

    RecipesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anAv1PublicationPassesTheServersCheckAndSaysSoInItsPlaylists() throws Exception {
        Path clip = folder.resolve("sample.mp4");
        Sample.make(clip, 5);
        Path output = folder.resolve("out");
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.AV1);
        Prepared prepared = new Preparer(() -> Instant.EPOCH, 2)
                .prepare(
                        new PrepareRequest(clip, output, wishes, PrepareRequest.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation());

        assertThat(verdict(prepared, output)).isInstanceOf(CheckVerdict.Accepted.class);
        assertThat(prepared.manifest().withRole(ArtifactRole.VIDEO))
                .extracting(rung -> rung.media().codec())
                .contains("av1", "h264")
                .doesNotContain("vp9");
        for (Artifact rung : prepared.manifest().withRole(ArtifactRole.VIDEO).toList()) {
            Judge.decodesWithoutComplaint(output.resolve(rung.path()));
            assertThat(Judge.keyFrames(output.resolve(rung.path()))).containsExactly(0.0, 4.0);
        }
        assertTheWebmCopyShowsTheSame(output);
        assertThat(output.resolve("hls/master.m3u8")).content().contains("CODECS=\"av01.0.");
        assertThat(output.resolve("dash/manifest.mpd")).content().contains("codecs=\"av01.0.");
    }

    private static void assertTheWebmCopyShowsTheSame(Path output) throws Exception {
        Path copy = WebmCopy.write(output, new Cancellation());
        assertThat(copy).hasFileName("video.webm");
        Judge.decodesWithoutComplaint(copy);
        assertThat(pictures(copy)).isNotEmpty().isEqualTo(pictures(output.resolve("video-480-av1.mp4")));
        assertThat(FfmpegTool.ffprobe("-show_entries", "stream=codec_name", "-of", "csv=p=0", copy.toString()))
                .contains("av1", "opus");
    }

    /** A digest of every decoded picture. */
    private static String pictures(Path file) throws Exception {
        Path list = Files.createTempFile("pictures", ".txt");
        try {
            FfmpegTool.ffmpeg(
                    "-y", "-i", file.toString(), "-map", "v", "-f", "streamhash", "-hash", "md5", list.toString());
            return Files.readString(list);
        } finally {
            Files.delete(list);
        }
    }

    private static CheckVerdict verdict(Prepared prepared, Path output) throws Exception {
        Manifest manifest = prepared.manifest();
        SignedManifest signed = SignedManifest.parse(Files.readAllBytes(prepared.manifestFile()));
        return PublicationCheck.check(
                CheckRequest.of(
                        manifest.artifacts().stream()
                                .map(Artifact::path)
                                .collect(Collectors.toMap(Function.identity(), output::resolve)),
                        signed),
                ProgressListener.silent(),
                new Cancellation(),
                new Random(1));
    }
}
