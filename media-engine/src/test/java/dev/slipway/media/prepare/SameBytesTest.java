package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.manifest.Manifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a run makes must not depend on how its threads are scheduled, or none could go on from another's chunks. libvpx's
 * constant rate at its fastest speed failed this: ten runs of these pictures made six different files.
 */
class SameBytesTest {
    private static final int THREADS = 2;
    private static final int MANY_THREADS = 8;
    private static final int RUNS = 3;

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("");

    @BeforeAll
    static void makeAClip() throws Exception {
        clip = folder.resolve("clip.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:r=15:d=9",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.4*sin(2*PI*t*(220+7*t)):s=44100:d=9",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                clip.toString());
    }

    /** The runs keep each other's threads waiting. */
    @ParameterizedTest
    @EnumSource
    void runsThatCrowdTheMachineMakeTheSameFiles(Recipe recipe) throws Exception {
        assertSameFiles(clip, recipe, THREADS);
    }

    /** Several threads an encoder: openh264 cuts its pictures into slices for them, libvpx into tiles and rows. */
    @Test
    void aWorkstationsManyThreadsMakeTheSameFilesToo() throws Exception {
        Path large = folder.resolve("large.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=1280x720:r=10:d=3,noise=alls=12:allf=t,format=yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                large.toString());
        Recipe recipe = Recipe.FAST;
        Plan plan = new Preparer(() -> Instant.EPOCH, MANY_THREADS)
                .plan(request(large, recipe, "plan"), new Cancellation());
        assertThat(plan.rungs())
                .filteredOn(rung -> rung.size().height() == 720)
                .extracting(rung -> rung.codec() + " with " + plan.threadsOf(rung))
                .containsExactly("VP9 with 4", "H264 with 4");
        assertSameFiles(large, recipe, MANY_THREADS);
    }

    private static void assertSameFiles(Path source, Recipe recipe, int threads) throws Exception {
        try (ExecutorService runs = Executors.newFixedThreadPool(RUNS)) {
            List<Future<Manifest>> manifests = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                String name = recipe + " " + threads + " " + run;
                manifests.add(runs.submit(() -> new Preparer(() -> Instant.EPOCH, threads)
                        .prepare(request(source, recipe, name), ProgressListener.silent(), new Cancellation())
                        .manifest()));
            }
            for (Future<Manifest> manifest : manifests) {
                // A manifest holds the digest of every file.
                assertThat(manifest.get()).isEqualTo(manifests.getFirst().get());
            }
        }
    }

    private static PrepareRequest request(Path source, Recipe recipe, String name) {
        return new PrepareRequest(
                source,
                folder.resolve(name),
                PlanRequest.defaults().withRecipe(recipe),
                PrepareRequest.Beginning.AFRESH);
    }
}
