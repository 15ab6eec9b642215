package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.encode.PictureSettings;
import dev.slipway.media.picture.ScanType;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.probe.picture.PictureTraits;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("");

    @BeforeAll
    static void makeClip() throws Exception {
        clip = folder.resolve("clip.mkv");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=320x180:d=1:r=10", "-c:v", "ffv1", clip.toString());
    }

    @Test
    void settingsOutsideThePlanAreAnotherRunsWork() throws Exception {
        SourceScan scan = SourceScan.scan(clip);
        Plan plan = Planner.plan(scan, PlanRequest.defaults(), 1);
        String known = Fingerprint.of(clip, plan, "cpu-used=8", "8.0.1", null);
        assertThat(Fingerprint.of(clip, plan, "cpu-used=8", "8.0.1", null)).isEqualTo(known);
        assertThat(Fingerprint.of(clip, plan, "cpu-used=7", "8.0.1", null)).isNotEqualTo(known);
    }

    @Test
    void encodersFiltersAndTheSourcesTraitsAreAmongTheSettings() {
        SourceScan scan = SourceScan.scan(clip);
        Plan plan = Planner.plan(scan, PlanRequest.defaults(), 1);
        String settings = PictureSettings.of(plan, scan.traits());
        assertThat(settings)
                .contains("libvpx-vp9 320x180", "libopenh264 320x180", "deadline=")
                .contains("flags=bicubic:in_color_matrix=", "tonemap=tonemap=hable", "tin=arib-std-b67");
        assertThat(PictureSettings.of(plan, with(scan.traits(), ScanType.TOP_FIRST, 1000)))
                .isNotEqualTo(settings)
                .contains("bwdif=mode=send_frame:parity=tff");
        assertThat(PictureSettings.of(plan, with(scan.traits(), scan.traits().scanType(), 4000)))
                .isNotEqualTo(PictureSettings.of(
                        plan, with(scan.traits(), scan.traits().scanType(), 1000)));
    }

    private static PictureTraits with(PictureTraits traits, ScanType scanType, double nits) {
        return new PictureTraits(
                traits.orientation(),
                scanType,
                traits.found(),
                traits.promised(),
                traits.jumps(),
                traits.order(),
                nits,
                traits.evenRate(),
                traits.lastMicros(),
                traits.restartBytes());
    }
}
