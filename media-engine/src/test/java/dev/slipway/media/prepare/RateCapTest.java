package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cap of every rung over any 10 s, on the packets of the finished files. */
class RateCapTest {
    private static final int WINDOW_SECONDS = 10;
    private static final int RATE = 30;

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("");

    /** A crowd at three times its speed under a camera that swings: far more than the cap pays for. */
    @BeforeAll
    static void makeABusyClip() throws Exception {
        clip = folder.resolve("busy.mp4");
        FfmpegTool.ffmpeg(
                "-i",
                Clips.require("people-768x432-10fps-noaudio-139s.mp4").toString(),
                "-vf",
                "setpts=N/30/TB,fps=30,crop=384:216:x='192+190*sin(t*2)':y='108+100*cos(t*3)',"
                        // The first two seconds stand still, so that a rate control with a memory has something saved
                        // up.
                        + "tpad=start_duration=2:start_mode=clone,scale=320:180",
                "-t",
                "23",
                "-an",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "12",
                clip.toString());
    }

    @ParameterizedTest
    @EnumSource
    void noTenSecondsOfAnyRungCostMoreThanItsCap(Recipe recipe) throws Exception {
        PlanRequest wishes = PlanRequest.defaults().withRecipe(recipe).withTopBitrate(160_000L);
        Path output = folder.resolve(recipe.name());
        new Preparer(() -> Instant.EPOCH, 2)
                .prepare(
                        new PrepareRequest(clip, output, wishes, PrepareRequest.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation());
        Plan plan = Planner.plan(SourceScan.scan(clip), wishes, 2);
        for (VideoOutput rung : plan.rungs()) {
            long[] sizes = packets(output.resolve(rung.path()));
            assertThat(sizes).hasSize(23 * RATE);
            assertThat(busiest(sizes))
                    .as("bits a second in the busiest 10 s of %s of %s", rung.path(), recipe)
                    .isBetween(rung.bitrate() / 2, rung.bitrate());
        }
    }

    private static long busiest(long[] sizes) {
        int window = WINDOW_SECONDS * RATE;
        return LongStream.rangeClosed(0, sizes.length - window)
                .map(start -> LongStream.range(start, start + window)
                        .map(packet -> sizes[(int) packet])
                        .sum())
                .map(bytes -> bytes * Byte.SIZE / WINDOW_SECONDS)
                .max()
                .orElseThrow();
    }

    private static long[] packets(Path file) throws IOException, InterruptedException {
        return FfmpegTool.ffprobe("-show_entries", "packet=size", "-of", "csv=p=0", file.toString())
                .lines()
                .mapToLong(line -> Long.parseLong(line.replace(",", "").strip()))
                .toArray();
    }
}
