package dev.slipway.media.preview.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.testing.FfmpegTool;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundClockTest {
    private static final int BYTES_A_SECOND = 48_000 * 4;

    @TempDir
    Path folder = Path.of("");

    private final AtomicLong nanos = new AtomicLong();
    private final Recorder line = new Recorder();
    private SoundClock clock;

    /** Silent for one second, then a tone. */
    @BeforeEach
    void openAFilm() throws Exception {
        Path film = folder.resolve("film.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "color=black:s=64x64:r=10:d=4",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.5*sin(2*PI*440*t)*gte(t\\,1):s=44100:d=4",
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                film.toString());
        clock = new SoundClock(film, SourceScan.scan(film), line, nanos::get);
    }

    @Test
    void whatIsHeardBeginsAtTheMomentAndLastsAsLongAsTheFilm() throws Exception {
        clock.start(500_000);
        line.awaitBytes((int) (3.5 * BYTES_A_SECOND));
        clock.stop();

        byte[] heard = line.heard();
        assertThat(heard.length).isCloseTo((int) (3.5 * BYTES_A_SECOND), within(8));
        assertThat(firstLoud(heard) / 4 / 48_000.0).as("the tone's beginning").isCloseTo(0.5, within(0.003));
    }

    @Test
    void whatIsHeardIsTheTime() {
        line.heardMicros = 90_000;
        clock.start(2_000_000);
        assertThat(clock.micros()).isEqualTo(2_000_000);
        line.heardMicros = 190_000;
        assertThat(clock.micros()).isEqualTo(2_100_000);
        clock.stop();
        line.heardMicros = 400_000;
        assertThat(clock.micros()).as("after it stopped").isEqualTo(2_100_000);
    }

    @Test
    void picturesWaitForSoundThatIsLateAndGoOnWithoutSoundThatIsGone() {
        clock.start(0);
        line.heardMicros = 300_000;
        assertThat(clock.micros()).isEqualTo(300_000);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
        assertThat(clock.micros()).as("a decoder that is slow").isEqualTo(300_000);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(200));
        clock.micros();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(700));
        assertThat(clock.micros()).as("an output that was pulled out").isEqualTo(1_000_000);
        clock.stop();
    }

    @Test
    void anOutputThatMovesAgainIsTheClockAgainAndPlaysWhereThePicturesAre() throws Exception {
        clock.start(0);
        line.awaitBytes(4 * BYTES_A_SECOND);
        line.heardMicros = 300_000;
        clock.micros();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1_100));
        clock.micros();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(700));
        line.heardMicros = 310_000;
        assertThat(clock.micros()).isEqualTo(1_000_000);
        line.awaitBytes(7 * BYTES_A_SECOND);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(200));
        line.heardMicros = 460_000;
        assertThat(clock.micros()).as("by what is heard").isEqualTo(1_150_000);
        clock.stop();
        assertThat(line.heard().length).as("all, and once more from 1 s on").isCloseTo(7 * BYTES_A_SECOND, within(16));
    }

    @Test
    void anOutputThatTakesNothingIsLeftAlone() throws Exception {
        line.dead = true;
        clock.start(0);
        Thread feed = line.writer.get(30, TimeUnit.SECONDS);
        feed.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(feed.isAlive()).as("still offers it something").isFalse();
        clock.stop();
    }

    /** 31 pictures of 1001/30000 s are no whole number of samples. */
    @Test
    void allThatIsHeardReachesTheFilmsEnd() throws Exception {
        Path film = folder.resolve("uneven.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:r=30000/1001",
                "-f",
                "lavfi",
                "-i",
                "sine=440:r=48000",
                "-frames:v",
                "31",
                "-t",
                "5",
                "-shortest",
                "-c:v",
                "libx264",
                "-c:a",
                "aac",
                film.toString());
        SourceScan scan = SourceScan.scan(film);
        long duration = scan.facts().durationMicros();
        assertThat(duration * 48 % 1_000).as("parts of a sample").isNotZero();
        SoundClock uneven = new SoundClock(film, scan, line, nanos::get);
        uneven.start(0);
        line.awaitBytes((int) (duration * 48 / 1_000 * 4));
        line.awaitEnd();
        line.heardMicros = line.heard().length / 4 * 1_000L / 48;
        assertThat(uneven.micros()).isBetween(duration, duration + 21);
        uneven.stop();
    }

    @Test
    void silenceIsWrittenWhereTheVolumeIsNothing() throws Exception {
        clock.setVolume(0);
        clock.start(1_500_000);
        line.awaitBytes(BYTES_A_SECOND);
        clock.stop();
        assertThat(line.heard()).containsOnly(0);
    }

    private static int firstLoud(byte[] samples) {
        for (int at = 0; at < samples.length; at += 2) {
            if (Math.abs((short) ((samples[at] & 0xff) | samples[at + 1] << 8)) > 300) {
                return at;
            }
        }
        return samples.length;
    }

    /** Takes everything at once and hears what it is told to. */
    private static final class Recorder implements SoundLine {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final CompletableFuture<Thread> writer = new CompletableFuture<>();
        private volatile long heardMicros;
        private volatile boolean dead;

        @Override
        public void start() {
            // It is always ready.
        }

        @Override
        public synchronized int write(byte[] samples, int from, int count) {
            writer.complete(Thread.currentThread());
            if (dead) {
                return 0;
            }
            taken.write(samples, from, count);
            notifyAll();
            return count;
        }

        void awaitEnd() throws Exception {
            writer.get(30, TimeUnit.SECONDS).join(TimeUnit.SECONDS.toMillis(30));
        }

        synchronized byte[] heard() {
            return taken.toByteArray();
        }

        synchronized void awaitBytes(int count) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (taken.size() < count - 8 && System.nanoTime() < end) {
                wait(1000);
            }
        }

        @Override
        public long heardMicros() {
            return heardMicros;
        }

        @Override
        public void stop() {
            // Nothing waits in it.
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
