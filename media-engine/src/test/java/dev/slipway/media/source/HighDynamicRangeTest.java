package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.Trim;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Picture;
import dev.slipway.media.testing.Preparation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference is made by the system's own ffmpeg at full size, from the file's own tags. On HLG the two builds were
 * measured 8 levels apart, on PQ less than 3.
 */
class HighDynamicRangeTest {
    private static final String REFERENCE =
            "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p";

    private final Path folder;

    HighDynamicRangeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void pqComesOutAsBrightAsTheReferenceAndForgetsItsMastering() throws Exception {
        Path clip = Clips.require("hdr10-1080p-hevc10-aac.mp4");
        Preparation prepared =
                Preparation.of(clip, folder.resolve("pq"), Preparation.QUICK.withTrim(new Trim(0, 150_000)));
        assertAsBrightAs(clip, prepared, 4);
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
        assertAsBrightAs(clip, Preparation.of(clip, folder.resolve("out")), 10);
    }

    private void assertAsBrightAs(Path clip, Preparation prepared, double levels) throws Exception {
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
        assertThat(shown.brightness()).isCloseTo(expected.brightness(), within(levels));
        assertThat(Judge.track(prepared.top()).path("color_transfer").asString())
                .isEqualTo("bt709");
    }
}
