package dev.slipway.media.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.Compatibility;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.DecodedSound;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real street, stopped after its first chunk and gone on with, beside the same film from one encoder that never ended.
 * Every segment has an encoder of its own (docs/decisions/0009), so each 4 s are a join; the one at 20 s is also where the
 * resumed run began.
 */
class SeamlessJoinsIT {
    private static final int WIDTH = 426;
    private static final int HEIGHT = 240;
    private static final int PICTURES = 377;
    /** 4 s at 12.5 pictures a second. */
    private static final int SEGMENT = 50;

    private static final int NEAR = 4;
    /** A fresh encoder's first pictures may cost so many decibels against the film's others, less those of a key frame. */
    private static final double MARGIN = 1.0;

    private static final double WINDOW_SECONDS = 0.05;

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("not made yet");
    private static Path resumed = Path.of("not made yet");
    private static Film source = new Film(WIDTH, HEIGHT, List.of());
    private static Film joined = source;

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
                "scale=%d:%d".formatted(WIDTH, HEIGHT),
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
        source = Film.of(clip, WIDTH, HEIGHT);
        joined = Film.of(resumed.resolve("video-240-vp9.mp4"), WIDTH, HEIGHT);
    }

    @Test
    void everyPictureIsThatOfTheSourceNoneTwiceAndNoneLeftOut() {
        assertThat(source.pictures()).hasSize(PICTURES);
        assertThat(joined.pictures()).hasSize(PICTURES);
        for (int join = SEGMENT; join < PICTURES - 2 * NEAR; join += SEGMENT) {
            assertThat(away(join, 0))
                    .as("eight pictures around the join at %d against the source's own and their neighbours", join)
                    .isLessThan(away(join, -1))
                    .isLessThan(away(join, 1));
        }
    }

    /** How far the pictures around a join are from those of the source so many places on. */
    private static long away(int join, int shift) {
        return IntStream.range(join - NEAR, join + NEAR)
                .mapToLong(number -> joined.difference(number, source, number + shift))
                .sum();
    }

    @Test
    void picturesAroundAJoinAreAsGoodAsAllOthersAndAsThoseOfAnUnbrokenEncoder() throws Exception {
        Film unbroken = Film.of(fromOneEncoder(), WIDTH, HEIGHT);
        IntPredicate far = number -> distance(number) > NEAR;
        double others = decibels(joined, far);
        double unbrokenOthers = decibels(unbroken, far);
        for (int join = SEGMENT; join < PICTURES; join += SEGMENT) {
            int at = join;
            IntPredicate near = number -> Math.abs(number - at + 0.5) < NEAR;
            assertThat(decibels(joined, near))
                    .as("dB around the join at picture %d, others have %.2f", join, others)
                    .isGreaterThan(others + decibels(unbroken, near) - unbrokenOthers - MARGIN);
        }
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

    private static int distance(int number) {
        int after = number % SEGMENT;
        return Math.min(after + 1, SEGMENT - after);
    }

    /** Of the luma, from the mean of the squared errors. */
    private static double decibels(Film film, IntPredicate which) {
        double squares = IntStream.range(0, PICTURES)
                .filter(which)
                .mapToDouble(number ->
                        squares(film.pictures().get(number), source.pictures().get(number)))
                .average()
                .orElseThrow();
        return 10 * Math.log10(255.0 * 255 * WIDTH * HEIGHT / squares);
    }

    private static double squares(byte[] one, byte[] two) {
        double squares = 0;
        for (int at = 0; at < one.length; at++) {
            int error = Byte.toUnsignedInt(one[at]) - Byte.toUnsignedInt(two[at]);
            squares += error * error;
        }
        return squares;
    }

    /** With the settings of the rung, and key frames where players need them. */
    private static Path fromOneEncoder() throws IOException, InterruptedException {
        Path file = folder.resolve("unbroken.webm");
        long bits = Files.size(resumed.resolve("video-240-vp9.mp4")) * 8 / 30;
        FfmpegTool.ffmpeg(
                "-i",
                clip.toString(),
                "-an",
                "-c:v",
                "libvpx-vp9",
                "-deadline",
                "realtime",
                "-cpu-used",
                "6",
                "-lag-in-frames",
                "0",
                "-auto-alt-ref",
                "0",
                "-row-mt",
                "1",
                "-crf",
                "31",
                "-b:v",
                Long.toString(Math.max(bits, 139_000)),
                "-g",
                "100000",
                "-force_key_frames",
                "expr:gte(t,n_forced*4)",
                file.toString());
        return file;
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
