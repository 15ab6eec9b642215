package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.FlashAndBeep;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flashes and beeps that come together in the source come together in what is published, at the end too. */
class LipSyncTest {
    private final Path folder;

    LipSyncTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A flash and a beep every 150 pictures, the first after 30. */
    enum Source {
        NTSC("30000/1001", 1001 / 30000.0, "null", 48_000),
        /** Every seventh picture is missing, and half of all for ten seconds of each twenty. */
        VARIABLE("30", 1 / 30.0, "select='eq(mod(n,150),30)+not(eq(mod(n,7),3)+mod(n,2)*gte(mod(n,600),300))'", 48_000),
        CD_RATE("25", 1 / 25.0, "null", 44_100);

        final String rate;
        final double picture;
        final String dropping;
        final int sampleRate;

        Source(String rate, double picture, String dropping, int sampleRate) {
            this.rate = rate;
            this.picture = picture;
            this.dropping = dropping;
            this.sampleRate = sampleRate;
        }
    }

    @ParameterizedTest
    @EnumSource
    void halfAMinuteStaysTogether(Source source) throws Exception {
        assertTogether(source, 30);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void tenMinutesStayTogether(Source source) throws Exception {
        assertTogether(source, 600);
    }

    private void assertTogether(Source source, int seconds) throws Exception {
        Path clip = clip(source, seconds);
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.FAST);
        PrepareRequest request =
                new PrepareRequest(clip, folder.resolve("out"), wishes, PrepareRequest.Beginning.AFRESH);
        Prepared prepared =
                new Preparer(() -> Instant.EPOCH, 2).prepare(request, ProgressListener.silent(), new Cancellation());
        List<Artifact> sounds = prepared.manifest().withRole(ArtifactRole.AUDIO).toList();
        assertThat(sounds).hasSize(2);
        for (Artifact rung : prepared.manifest().withRole(ArtifactRole.VIDEO).toList()) {
            double rate = Objects.requireNonNull(rung.media().frameRate()).toDouble();
            List<Double> flashes = FlashAndBeep.flashes(file(rung), rate);
            assertThat(flashes).hasSizeGreaterThanOrEqualTo((int) (seconds / (150 * source.picture)));
            for (Artifact sound : sounds) {
                assertOffsets(source, flashes, FlashAndBeep.beeps(file(sound)), rung.path() + " and " + sound.path());
            }
        }
    }

    private static void assertOffsets(Source source, List<Double> flashes, List<Double> beeps, String which) {
        assertThat(beeps).as(which).hasSameSizeAs(flashes);
        List<Double> offsets = new ArrayList<>();
        for (int index = 0; index < flashes.size(); index++) {
            offsets.add(beeps.get(index) - flashes.get(index));
        }
        assertThat(offsets)
                .as("offsets of %s", which)
                .allSatisfy(offset -> assertThat(offset).isCloseTo(0, within(0.002)));
        assertThat(slope(flashes, offsets) * flashes.getLast())
                .as("drift of %s over the whole film", which)
                .isCloseTo(0, within(source.picture / 2));
    }

    /** Seconds of offset a second, by least squares. */
    private static double slope(List<Double> times, List<Double> offsets) {
        double meanTime =
                times.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double meanOffset =
                offsets.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double common = 0;
        double own = 0;
        for (int index = 0; index < times.size(); index++) {
            double time = times.get(index) - meanTime;
            common += time * (offsets.get(index) - meanOffset);
            own += time * time;
        }
        return common / own;
    }

    private Path clip(Source source, int seconds) throws Exception {
        Path clip = folder.resolve("clip.mp4");
        double first = 30 * source.picture;
        String picture = "color=black:s=160x90:r=%s:d=%d,drawbox=color=white:t=fill:enable='eq(mod(n,150),30)',%s"
                .formatted(source.rate, seconds, source.dropping);
        String sound = "aevalsrc='gte(t,%1$.9f)*lt(mod(t-%1$.9f,%2$.9f),0.05)*0.8*sin(1000*2*PI*t)':s=%3$d:d=%4$d"
                .formatted(first, 150 * source.picture, source.sampleRate, seconds);
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                picture,
                "-f",
                "lavfi",
                "-i",
                sound,
                "-fps_mode",
                "vfr",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "aac",
                clip.toString());
        return clip;
    }

    private Path file(Artifact artifact) {
        return folder.resolve("out").resolve(artifact.path());
    }
}
