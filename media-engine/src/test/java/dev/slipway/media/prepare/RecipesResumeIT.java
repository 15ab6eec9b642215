package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.testing.ChunkJournal;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.DecodedSound;
import dev.slipway.media.testing.DoomedProcess;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Judge;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of the recipes that ResumeIT leaves out, killed after a chunk, and what is to be seen and heard at the joins. */
class RecipesResumeIT {
    private static final int SECONDS = 30;
    private static final int RATE = 10;
    private static final int SEGMENT = 4 * RATE;
    private static final int WIDTH = 426;
    private static final int HEIGHT = 240;
    /** How far, in decibels, the first pictures after a join may lie below all: a key frame starts from nothing. */
    private static final double MARGIN = 1.5;

    private static final int FIRST_PICTURES = 4;
    private static final double HERTZ = 440;

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("");

    @BeforeAll
    static void prepareWithoutABreak() throws Exception {
        clip = folder.resolve("clip.mkv");
        FfmpegTool.ffmpeg(
                "-i",
                Clips.require("people-768x432-10fps-noaudio-139s.mp4").toString(),
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.4*sin(2*PI*t*%f):s=48000".formatted(HERTZ),
                "-vf",
                "scale=%d:%d".formatted(WIDTH, HEIGHT),
                "-t",
                Integer.toString(SECONDS),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "pcm_s16le",
                clip.toString());
        for (Recipe recipe : List.of(Recipe.FAST, Recipe.QUALITY, Recipe.AV1)) {
            RecipeRun.prepare(recipe, clip, unbroken(recipe), PrepareRequest.Beginning.AFRESH);
        }
    }

    @ParameterizedTest
    @CsvSource({"QUALITY,vp9", "AV1,av1"})
    void everyPictureIsShownAndThoseAfterAJoinAreAsGood(Recipe recipe, String codec) throws Exception {
        Path top = unbroken(recipe).resolve("video-240-" + codec + ".mp4");
        Judge.decodesWithoutComplaint(top);
        assertThat(Judge.keyFrames(top)).containsExactly(0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 28.0);
        Film made = Film.of(top, WIDTH, HEIGHT);
        Film source = Film.of(clip, WIDTH, HEIGHT);
        assertThat(made.pictures()).hasSize(SECONDS * RATE);
        double all = decibels(made, source, 0, SECONDS * RATE);
        for (int join = SEGMENT; join < SECONDS * RATE; join += SEGMENT) {
            assertThat(decibels(made, source, join, join + FIRST_PICTURES))
                    .as("dB after the join at picture %d, where all have %.2f", join, all)
                    .isGreaterThan(all - MARGIN);
        }
    }

    /** A sine is foretold from its last two samples; a click is what cannot be. */
    @Test
    void noSegmentOfTheSoundBeginsWithAClick() throws Exception {
        float[] sound =
                DecodedSound.of(unbroken(Recipe.FAST).resolve("audio-opus.mp4")).left();
        double elsewhere = surprise(sound, 1.0, 3.9);
        for (int second = 4; second < SECONDS - 1; second += 4) {
            assertThat(surprise(sound, second - 0.05, second + 0.05))
                    .as("around %d s", second)
                    .isLessThan(1.5 * elsewhere);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FAST,video-240-vp9.mp4",
        "QUALITY,video-240-vp9.mp4.statistics",
        "QUALITY,video-240-vp9.mp4",
        "AV1,video-240-av1.mp4"
    })
    void aRunThatWasKilledGoesOnAndMakesTheSameFiles(Recipe recipe, String chunk) throws Exception {
        Path interrupted = folder.resolve("interrupted " + recipe + " " + chunk);
        killOnce(recipe, chunk + " 0", interrupted);
        assertThat(interrupted.resolve(Manifest.FILE_NAME)).doesNotExist();

        Manifest resumed = RecipeRun.prepare(recipe, clip, interrupted, PrepareRequest.Beginning.RESUMED);

        assertThat(resumed.withRole(ArtifactRole.VIDEO)).isNotEmpty();
        for (Artifact artifact : resumed.artifacts()) {
            assertThat(interrupted.resolve(artifact.path()))
                    .hasSameBinaryContentAs(unbroken(recipe).resolve(artifact.path()));
        }
    }

    /** Of the luma, from the mean of the squared errors. */
    private static double decibels(Film made, Film source, int from, int until) {
        double squares = 0;
        for (int picture = from; picture < until; picture++) {
            byte[] one = made.pictures().get(picture);
            byte[] two = source.pictures().get(picture);
            for (int at = 0; at < one.length; at++) {
                int error = Byte.toUnsignedInt(one[at]) - Byte.toUnsignedInt(two[at]);
                squares += error * error;
            }
        }
        return 10 * Math.log10(255.0 * 255 * (until - from) * WIDTH * HEIGHT / squares);
    }

    private static double surprise(float[] sound, double from, double until) {
        double factor = 2 * Math.cos(2 * Math.PI * HERTZ / DecodedSound.SAMPLE_RATE);
        double most = 0;
        for (int at = (int) (from * DecodedSound.SAMPLE_RATE); at < until * DecodedSound.SAMPLE_RATE; at++) {
            most = Math.max(most, Math.abs(sound[at] - factor * sound[at - 1] + sound[at - 2]));
        }
        return most;
    }

    private static Path unbroken(Recipe recipe) {
        return folder.resolve("unbroken " + recipe);
    }

    private static void killOnce(Recipe recipe, String journalled, Path output)
            throws IOException, InterruptedException {
        try (DoomedProcess run =
                DoomedProcess.start(RecipeRun.class, recipe.name(), clip.toString(), output.toString())) {
            run.await(
                    "the chunk",
                    () -> !ChunkJournal.finished(output, journalled + " ").isEmpty());
        }
    }
}
