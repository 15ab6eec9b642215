package dev.slipway.media.still;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.StillWishes;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A drawn film: two seconds of black, four of a drawing that fades in, four that are sharp, six that are blurred, four
 * that fade out.
 */
class PosterCandidatesTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final double SHARP_FROM = 6;
    private static final double SHARP_UNTIL = 10;

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("");

    @BeforeAll
    static void draw() throws Exception {
        clip = folder.resolve("drawn.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=size=%dx%d:rate=20:maxiter=400".formatted(WIDTH, HEIGHT),
                "-vf",
                "fade=t=in:st=2:d=4,gblur=sigma=6:enable='gte(t,10)',fade=t=out:st=16:d=4",
                "-t",
                "20",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "10",
                clip.toString());
    }

    @Test
    void theBestAreSharpBrightAndApart() throws Exception {
        Path output = folder.resolve("three");
        Preparation first = Preparation.of(clip, output, wish(new StillWishes(null, 3)));
        List<PosterCandidate> candidates = PosterCandidates.in(output);

        assertThat(candidates).hasSize(3);
        assertThat(candidates)
                .extracting(PosterCandidate::seconds)
                .allMatch(at -> at > SHARP_FROM - 1 && at < SHARP_UNTIL);
        assertThat(candidates).extracting(PosterCandidate::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        List<Double> times = new ArrayList<>(
                candidates.stream().map(PosterCandidate::seconds).sorted().toList());
        assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(0.5);
        assertThat(times.get(2) - times.get(1)).isGreaterThanOrEqualTo(0.5);
        assertThat(first.manifest().artifacts())
                .extracting(Artifact::path)
                .noneMatch(path -> path.contains("candidate"));
        assertThat(Files.readAllBytes(output.resolve(candidates.getFirst().path())))
                .isEqualTo(Files.readAllBytes(output.resolve("poster.webp")));

        Path again = folder.resolve("again");
        Preparation.of(clip, again, wish(new StillWishes(null, 3)));
        assertThat(PosterCandidates.in(again)).isEqualTo(candidates);
        assertThat(again.resolve(candidates.get(2).path()))
                .hasSameBinaryContentAs(output.resolve(candidates.get(2).path()));

        Preparation.of(clip, again);
        assertThat(again.resolve(PosterCandidates.FOLDER)).doesNotExist();
    }

    @Test
    void thePosterShowsTheMomentThatWasChosenOnTheSourcesClock() throws Exception {
        Path output = folder.resolve("chosen");
        PlanRequest wishes = wish(new StillWishes(7_130_000L, 0)).withTrim(new Trim(3_000_000, 9_000_000));
        Preparation.of(clip, output, wishes);

        Film poster = Film.of(output.resolve("poster.webp"), WIDTH, HEIGHT);
        Film film = Film.of(clip, WIDTH, HEIGHT);
        // Shown from 7.10 s to 7.15 s.
        assertThat(poster.difference(0, film, 142))
                .isLessThan(poster.difference(0, film, 138))
                .isLessThan(poster.difference(0, film, 146));
    }

    @Test
    void aMomentOutsideOfTheFilmThatIsMadeIsRefused() {
        PlanRequest wishes = wish(new StillWishes(2_000_000L, 0)).withTrim(new Trim(3_000_000, 9_000_000));

        assertThatThrownBy(() -> Preparation.of(clip, folder.resolve("outside"), wishes))
                .isInstanceOfSatisfying(MediaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ProblemCode.USAGE);
                    assertThat(e).hasMessageContaining("2.000 s").hasMessageContaining("from 3.000 s to 9.000 s");
                });
    }

    private static PlanRequest wish(StillWishes stills) {
        return Preparation.QUICK.withStills(stills);
    }
}
