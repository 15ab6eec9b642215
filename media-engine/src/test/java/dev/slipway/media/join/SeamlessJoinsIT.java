package dev.slipway.media.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.DecodedSound;
import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sound of a film that was stopped after its first chunk and gone on with. Every segment of 4 s is a join; the one at
 * 20 s is also where the resumed run began.
 */
class SeamlessJoinsIT {
    private static final double WINDOW_SECONDS = 0.05;

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("not made yet");
    private static Path resumed = Path.of("not made yet");

    @BeforeAll
    static void prepareInTwoRuns() throws Exception {
        clip = folder.resolve("street.mkv");
        FfmpegTool.ffmpeg(
                "-i",
                Clips.require("street-768x432-h264-aac-30s.mp4").toString(),
                "-f",
                "lavfi",
                "-i",
                "anoisesrc=color=pink:seed=7:amplitude=0.3:r=48000:d=31,tremolo=f=3:d=0.6",
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-vf",
                "scale=426:240",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-qp",
                "0",
                "-c:a",
                "flac",
                "-shortest",
                clip.toString());
        resumed = folder.resolve("resumed");
        Cancellation pause = new Cancellation();
        assertThatThrownBy(() -> prepare(resumed, pause, progress -> {
                    if (hasFinishedPictures()) {
                        pause.pause();
                    }
                }))
                .isInstanceOf(MediaException.class);
        prepare(resumed, new Cancellation(), ProgressListener.silent());
    }

    @Test
    void theSoundOfAResumedRunIsThatOfAnUnbrokenOneToTheSample() throws Exception {
        Path whole = folder.resolve("whole");
        prepare(whole, new Cancellation(), ProgressListener.silent());
        DecodedSound one = DecodedSound.of(resumed.resolve("audio-opus.mp4"));
        DecodedSound other = DecodedSound.of(whole.resolve("audio-opus.mp4"));
        assertThat(one.left()).isEqualTo(other.left());
        assertThat(one.right()).isEqualTo(other.right());
    }

    /** Noise hides no click from a comparison of each sample with the source's. */
    @Test
    void theSoundGoesOnAcrossJoinsAsItDoesElsewhere() throws Exception {
        float[] made = DecodedSound.of(resumed.resolve("audio-opus.mp4")).left();
        float[] meant = DecodedSound.of(clip).left();
        double[] everywhere = IntStream.range(2, 580)
                .mapToDouble(window -> error(made, meant, window * WINDOW_SECONDS))
                .sorted()
                .toArray();
        double usual = everywhere[everywhere.length * 95 / 100];
        for (int second = 4; second < 29; second += 4) {
            assertThat(error(made, meant, second - WINDOW_SECONDS / 2))
                    .as("error against the source around %d s, in dB", second)
                    .isLessThan(usual + 1);
        }
    }

    /** Of 50 ms, in decibels of the source's own level there. */
    private static double error(float[] made, float[] meant, double from) {
        int begin = (int) Math.round(from * DecodedSound.SAMPLE_RATE);
        int end = begin + (int) (WINDOW_SECONDS * DecodedSound.SAMPLE_RATE);
        double wrong = 0;
        double level = 1e-12;
        for (int sample = begin; sample < end; sample++) {
            wrong += Math.pow(made[sample] - meant[sample], 2);
            level += Math.pow(meant[sample], 2);
        }
        return 10 * Math.log10(wrong / level);
    }

    private static void prepare(Path output, Cancellation cancellation, ProgressListener listener) {
        PlanRequest wishes = PlanRequest.defaults().withCompatibility(Compatibility.VP9_ONLY);
        new Preparer(() -> Instant.EPOCH, 2)
                .prepare(new PrepareRequest(clip, output, wishes, Beginning.RESUMED), listener, cancellation);
    }

    private static boolean hasFinishedPictures() {
        Path journal = resumed.resolve(".work/chunks/journal");
        try {
            return Files.exists(journal)
                    && Files.readString(journal, StandardCharsets.ISO_8859_1).contains("\nvideo-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
