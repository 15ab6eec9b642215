package dev.slipway.media.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecasterTest {
    private static final PlanRequest WISHES = PlanRequest.defaults().withRecipe(Recipe.FAST);

    @TempDir
    private Path folder;

    @Test
    void theForecastOfAnEvenFilmComesNearToItsFiles() throws IOException, InterruptedException {
        Path clip = folder.resolve("clip.mp4");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", "mandelbrot=size=320x180:rate=25", "-t", "12", "-c:v", "libx264", clip.toString());
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.FAST).withCompatibility(Compatibility.VP9_ONLY);
        PrepareRequest request = new PrepareRequest(clip, folder.resolve("out"), wishes, Beginning.AFRESH);
        Preparer preparer = new Preparer(InstantSource.system(), 1);

        Outlook outlook = preparer.outlook(request, ProgressListener.silent(), new Cancellation());
        Prepared prepared = preparer.prepare(request, ProgressListener.silent(), new Cancellation());

        assertThat((double) prepared.outputBytes() / outlook.bytes()).isBetween(0.5, 1.6);
        assertThat(outlook.table()).contains("video-180-vp9.mp4", "MB of memory", "samples");
        assertThat(prepared.outlook().basis()).contains("so short a job");
        assertThat(outlook.memoryBytes()).isBetween(400_000_000L, 700_000_000L);
    }

    /** Its pictures take next to nothing, in bytes and in time. */
    @Test
    void aTalkUnderTwoPicturesIsForecastByItsSound() throws IOException, InterruptedException {
        PrepareRequest request = new PrepareRequest(talk(), folder.resolve("out"), WISHES, Beginning.AFRESH);
        Prepared prepared =
                new Preparer(InstantSource.system(), 1).prepare(request, ProgressListener.silent(), new Cancellation());

        Outlook outlook = prepared.outlook();
        assertThat((double) prepared.outputBytes() / outlook.bytes()).isBetween(0.5, 2.0);
        assertThat(outlook.cpuSeconds())
                .as("40 s of sound, each a fortieth of a second at least, on top of the start")
                .isGreaterThan(1.5 + 1);
    }

    @Test
    void whatIsDoneToTheSoundTakesItsTime() {
        SoundLoad load = new SoundLoad(0.01, 0.04, 0, 0);
        assertThat(new SoundLoad(0.01, 0.04, 0.03, 0.005).cpuSeconds(100))
                .as("with levelling and protection")
                .isGreaterThan(load.cpuSeconds(100) + 100 * (0.02 + 0.03 + 0.005));
    }

    private Path talk() throws IOException, InterruptedException {
        Path talk = folder.resolve("talk.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=1/20:d=40",
                "-f",
                "lavfi",
                "-i",
                "anoisesrc=c=pink:d=40",
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                talk.toString());
        return talk;
    }

    /** FFmpeg's decoders work on several pictures at once, one a thread. */
    @Test
    void moreThreadsAreAllowedMoreMemory() throws IOException, InterruptedException {
        Path clip = folder.resolve("large.mp4");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "color=size=1920x1080:rate=5:duration=1", clip.toString());
        PrepareRequest request =
                new PrepareRequest(clip, folder.resolve("out"), PlanRequest.defaults(), Beginning.AFRESH);

        assertThat(memory(16, request) - memory(1, request)).isGreaterThanOrEqualTo(15 * 1920 * 1080 * 3L / 2);
    }

    private static long memory(int threads, PrepareRequest request) {
        return new Preparer(InstantSource.system(), threads)
                .outlook(request, ProgressListener.silent(), new Cancellation())
                .memoryBytes();
    }
}
