package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.source.WideGamutPatches.Transfer;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Picture;
import dev.slipway.media.testing.Preparation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Patches are held to the standards' formulas, whole pictures to the system's own ffmpeg. Its zscale needs colours that
 * BT.709 cannot show cut off before the transfer, else dark and strong colours come out wrong; the engine's does not.
 */
class HighDynamicRangeTest {
    private static final String REFERENCE =
            "zscale=t=linear:npl=100:agamma=0,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=linear,"
                    + "format=gbrp16le,zscale=t=bt709:m=bt709:r=tv,format=yuv420p";

    /** Measured 3 at most, mostly the encoder's. */
    private static final double PATCH_LEVELS = 5;

    /** Measured 0.3 at most. */
    private static final double MEAN_LEVELS = 1;

    private final Path folder;

    HighDynamicRangeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void pqComesOutAsBrightAsTheReferenceAndForgetsItsMastering() throws Exception {
        Path clip = Clips.require("hdr10-1080p-hevc10-aac.mp4");
        Preparation prepared =
                Preparation.of(clip, folder.resolve("pq"), Preparation.QUICK.withTrim(new Trim(0, 150_000)));
        assertAsBrightAs(clip, prepared);
        assertThat(FfmpegTool.ffprobe(
                        "-show_streams",
                        "-show_frames",
                        "-read_intervals",
                        "%+#3",
                        prepared.top().toString()))
                .doesNotContain("Mastering", "Content light", "smpte2084", "bt2020");
    }

    @Test
    void hlgComesOutAsBrightAsTheReference() throws Exception {
        Path clip = folder.resolve("hlg.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=25:d=0.4,scale=out_color_matrix=bt2020:out_range=tv,format=yuv420p10le",
                "-c:v",
                "libx265",
                "-x265-params",
                "log-level=none:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc",
                "-color_primaries",
                "bt2020",
                "-color_trc",
                "arib-std-b67",
                "-colorspace",
                "bt2020nc",
                clip.toString());
        assertAsBrightAs(clip, Preparation.of(clip, folder.resolve("out")));
    }

    @Test
    void hlgColoursAreThoseOfTheStandard() throws Exception {
        assertColours(new WideGamutPatches(Transfer.HLG, 1000), "");
    }

    @Test
    void pqColoursAreThoseOfTheStandard() throws Exception {
        assertColours(new WideGamutPatches(Transfer.PQ, 1000), "");
    }

    @Test
    void aFilmMasteredBrighterKeepsRoomForItsHighlights() throws Exception {
        assertColours(
                new WideGamutPatches(Transfer.PQ, 4000),
                ":master-display=G(8500,39850)B(6550,2300)R(35400,14600)WP(15635,16450)L(40000000,50)");
        assertColours(new WideGamutPatches(Transfer.PQ, 2000), ":max-cll=2000,400");
    }

    private void assertColours(WideGamutPatches patches, String metadata) throws Exception {
        Path clip = folder.resolve("patches.mp4");
        Files.deleteIfExists(clip);
        patches.write(clip, metadata);
        Picture shown = Picture.of(Preparation.of(clip, folder.resolve("out")).top(), 2);
        int count = WideGamutPatches.COLOURS.size();
        for (int patch = 0; patch < count; patch++) {
            double[] expected = patches.shown(WideGamutPatches.COLOURS.get(patch));
            assertThat(shown.colourAt((patch + 0.5) / count, 0.5))
                    .as("patch %d of %s", patch, patches)
                    .usingComparatorWithPrecision(PATCH_LEVELS)
                    .containsExactly(expected);
        }
    }

    private void assertAsBrightAs(Path clip, Preparation prepared) throws Exception {
        Path reference = folder.resolve("reference.mkv");
        FfmpegTool.ffmpeg(
                "-i",
                clip.toString(),
                "-map",
                "0:v:0",
                "-vf",
                REFERENCE,
                "-frames:v",
                "3",
                "-c:v",
                "ffv1",
                reference.toString());
        Picture expected = Picture.of(reference, 1);
        Picture shown = Picture.of(prepared.top(), 1);
        assertThat(shown.brightness()).isCloseTo(expected.brightness(), within(MEAN_LEVELS));
        assertThat(Judge.track(prepared.top()).path("color_transfer").asString())
                .isEqualTo("bt709");
    }
}
