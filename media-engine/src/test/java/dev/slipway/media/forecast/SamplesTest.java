package dev.slipway.media.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a forecast reads of a film, told packet by packet. */
class SamplesTest {
    private static final int SECONDS = 60;
    private static final int RATE = 25;
    private static final SoundWishes WISHES = SoundWishes.DEFAULT.withLoudness(-16.0);

    @TempDir
    private Path folder;

    private final AtomicInteger ticks = new AtomicInteger();

    /** Beyond a sample's 3 s, and the 10 s that sound may lie behind its picture, nothing of the file is asked for. */
    @ParameterizedTest
    @CsvSource({"55, 5", "0, 1"})
    void aFilmWhoseSoundBeginsLateOrEndsEarlyIsReadOnceAndNoFurtherThanItsSample(int begins, int lasts)
            throws Exception {
        Path film = folder.resolve("film.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:r=" + RATE + ":d=" + SECONDS,
                "-itsoffset",
                Integer.toString(begins),
                "-f",
                "lavfi",
                "-i",
                "sine=r=48000:d=" + lasts,
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                film.toString());

        load(film);
        int soundPackets = 50;
        assertThat(ticks).hasValueBetween(13 * RATE - 1, 13 * RATE + soundPackets);
    }

    @Test
    void aSilentBeginningDoesNotSpeakForTheRest() throws Exception {
        Path film = folder.resolve("film.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:r=5:d=20",
                "-f",
                "lavfi",
                "-i",
                "anoisesrc=c=pink:r=48000:d=16",
                "-af",
                "adelay=4000:all=1",
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                film.toString());
        SoundLoad untested = new SoundLoad(1, 2, 3, 0);

        assertThat(load(film, untested).encoding()).isEqualTo(untested.encoding());
        assertThat(load(film, untested).levelling()).isEqualTo(untested.levelling());
    }

    @Test
    void aFilmThatIsHeardFromItsBeginningSpeaksForItself() throws Exception {
        Path film = folder.resolve("film.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:r=5:d=5",
                "-f",
                "lavfi",
                "-i",
                "anoisesrc=c=pink:r=48000:d=5",
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                film.toString());

        assertThat(load(film, new SoundLoad(1, 2, 3, 0)).encoding()).isLessThan(1);
    }

    /** Its pictures before a stretch have to be decoded from the first one on, for each of the three. */
    @Test
    void aFileThatCannotBeEnteredTellsOfEveryPacketAndCostsMore() throws Exception {
        Path enterable = folder.resolve("film.mkv");
        Path avi = folder.resolve("film.avi");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=s=64x64:r=25:d=60", "-c:v", "mpeg4", "-g", "25", enterable.toString());
        FfmpegTool.ffmpeg("-i", enterable.toString(), "-c", "copy", avi.toString());
        SourceScan scan = SourceScan.scan(avi);
        Plan plan = Planner.plan(scan, Preparation.QUICK, 1);
        new Forecaster(avi, scan, plan, SoundWishes.DEFAULT, Spent.NOTHING, ticks::incrementAndGet)
                .outlook(Forecaster.Effort.THOROUGH, new Cancellation());

        assertThat(ticks.get()).isGreaterThan((int) (1.5 * SECONDS * RATE));
        assertThat(costOfSamples(avi)).isGreaterThan(2 * costOfSamples(enterable));
    }

    private static double costOfSamples(Path film) {
        SourceScan scan = SourceScan.scan(film);
        Plan plan = Planner.plan(scan, Preparation.QUICK, 1);
        List<Stretch> stretches = Stretch.spread(plan.timeline(), 3, 1);
        return new ExpectedTime(plan, scan).samplingCpuSeconds(stretches);
    }

    private SoundLoad load(Path film) throws Exception {
        return load(film, SoundLoad.SILENT);
    }

    private SoundLoad load(Path film, SoundLoad untested) throws Exception {
        SourceScan scan = SourceScan.scan(film);
        Plan plan = Planner.plan(scan, Preparation.QUICK, 1);
        return new SoundSample(film, scan, plan, WISHES)
                .load(plan.timeline().durationMicros(), untested, ticks::incrementAndGet, new Cancellation());
    }
}
