package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.testing.DecodedSound;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A part of a phone's film: turned, its pictures at uneven times, each a little brighter than the one before. */
class TrimmedRecipesTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 160;
    private static final int DARKEST = 40;
    private static final int STEP = 2;
    private static final int PICTURES = 75;
    /** The right half as it is coded, which lies above when it is shown. */
    private static final int BRIGHTER = 30;

    private static final double FROM = 0.8;
    private static final double UNTIL = 2.0;
    private static final double BEEP = 1.6;

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("not made yet");

    @BeforeAll
    static void aPhonesFilm() throws Exception {
        Path coded = folder.resolve("coded.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "nullsrc=s=160x96:r=25:d=3,geq=lum='%d+%d*N+%d*gte(X,W/2)':cb=128:cr=128,select='not(eq(mod(n,7),3)+eq(mod(n,7),5))'"
                        .formatted(DARKEST, STEP, BRIGHTER),
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='0.8*sin(2000*PI*t)*between(t,%1$f,%1$f+0.1)':s=48000:d=3".formatted(BEEP),
                "-fps_mode",
                "vfr",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-qp",
                "8",
                "-c:a",
                "aac",
                coded.toString());
        clip = folder.resolve("phone.mp4");
        FfmpegTool.ffmpeg("-i", coded.toString(), "-c", "copy", "-metadata:s:v", "rotate=90", clip.toString());
    }

    @ParameterizedTest
    @EnumSource
    void everyRungOfEveryRecipeShowsThatPartUprightAndInTime(Recipe recipe) throws Exception {
        PlanRequest wishes = PlanRequest.defaults()
                .withRecipe(recipe)
                .withTrim(new Trim(Math.round(FROM * 1e6), Math.round(UNTIL * 1e6)));
        Preparation prepared = Preparation.of(clip, folder.resolve(recipe.name()), wishes);
        for (Artifact rung : prepared.manifest().withRole(ArtifactRole.VIDEO).toList()) {
            Path file = prepared.folder().resolve(rung.path());
            Judge.decodesWithoutComplaint(file);
            double rate = Objects.requireNonNull(rung.media().frameRate()).toDouble();
            assertThat(rate).isEqualTo(25);
            Film shown = Film.of(file, WIDTH, HEIGHT);
            assertThat(shown.pictures()).as(rung.path()).hasSize(30);
            for (int place = 0; place < 30; place++) {
                assertShown(shown, place, due(place, rate), rung.path());
            }
        }
        DecodedSound sound = DecodedSound.of(prepared.sound());
        assertThat((double) sound.firstAbove(0.2, 0) / DecodedSound.SAMPLE_RATE).isCloseTo(BEEP - FROM, within(0.003));
    }

    private static void assertShown(Film shown, int place, int due, String path) {
        double dark = DARKEST + STEP * due;
        assertThat((double) shown.luma(place, WIDTH / 2, HEIGHT / 4))
                .as("above in picture %d of %s", place, path)
                .isCloseTo(dark + BRIGHTER, within(6.0));
        assertThat((double) shown.luma(place, WIDTH / 2, HEIGHT * 3 / 4))
                .as("below in picture %d of %s", place, path)
                .isCloseTo(dark, within(6.0));
    }

    /** The last picture that was not left out of the source and whose time had come. */
    private static int due(int place, double rate) {
        int due = 0;
        for (int number = 0; number < PICTURES; number++) {
            boolean kept = number % 7 != 3 && number % 7 != 5;
            due = kept && Math.round((number / 25.0 - FROM) * rate) <= place ? number : due;
        }
        return due;
    }
}
