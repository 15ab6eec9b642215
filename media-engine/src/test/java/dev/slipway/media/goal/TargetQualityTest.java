package dev.slipway.media.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.quality.FileComparison;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.FoundQuality.Outcome;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the wish to the finished film, on a few seconds of a street. */
class TargetQualityTest {
    private static final int THREADS = 2;
    /** A step of the search is 5 % of the rate; all of a film so short is judged. */
    private static final double ABOVE = 0.7;

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("");

    @BeforeAll
    static void makeAClip() throws Exception {
        clip = folder.resolve("street.mp4");
        FfmpegTool.ffmpeg(
                "-ss",
                "3",
                "-i",
                Clips.require("street-768x432-h264-aac-30s.mp4").toString(),
                "-t",
                "5",
                "-an",
                "-vf",
                "scale=256:144",
                "-c:v",
                "libx264",
                "-crf",
                "8",
                "-preset",
                "veryfast",
                clip.toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"WEB", "AV1"})
    void aHigherWishTakesAHigherRateAndTheFilmComesNearToIt(Recipe recipe) {
        assertTheWishIsReached(recipe);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"FAST", "QUALITY"})
    void theSameHoldsForTheOtherRecipes(Recipe recipe) {
        assertTheWishIsReached(recipe);
    }

    private static void assertTheWishIsReached(Recipe recipe) {
        Prepared low = prepared(recipe, 32);
        Prepared high = prepared(recipe, 35);

        assertThat(quality(high).found().bitrate())
                .isGreaterThan(quality(low).found().bitrate());
        assertThat(top(high).bytes()).isGreaterThan(top(low).bytes());
        for (Prepared prepared : List.of(low, high)) {
            QualityReport report = quality(prepared);
            double wanted = report.found().wantedXpsnr();
            double measured = FileComparison.of(clip, file(prepared, top(prepared)), new Cancellation())
                    .xpsnr()
                    .y();
            assertThat(report.found().outcome()).isEqualTo(Outcome.REACHED);
            assertThat(report.found().samplesXpsnr()).isBetween(wanted, wanted + ABOVE);
            assertThat(Json.STRICT.treeToValue(Json.STRICT.valueToTree(report), QualityReport.class))
                    .as("after its way out of a worker")
                    .isEqualTo(report);
            assertThat(report.finishedXpsnr()).isBetween(wanted - 0.2, wanted + ABOVE);
            assertThat(measured).isBetween(report.finishedXpsnr() - 0.1, report.finishedXpsnr() + 0.1);
            assertThat(report.words()).contains("were wanted");
            assertThat(prepared.outlook().table()).contains("dB XPSNR wanted");
            assertThat((double) top(prepared).bytes())
                    .isBetween(0.7 * expected(prepared.outlook()), 1.3 * expected(prepared.outlook()));
        }
    }

    @Test
    void theFolderIsTakenWhileTheRateIsSearchedFor() {
        Path output = folder.resolve("searched");
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.FAST).withTargetQuality(new QualityWish(32));
        Preparer preparer = new Preparer(() -> Instant.EPOCH, THREADS);
        List<ProblemCode> second = new ArrayList<>();
        Cancellation stop = new Cancellation();
        ProgressListener other = progress -> {
            if (second.isEmpty()) {
                assertThat(output.resolve(".work/chunks")).doesNotExist();
                try {
                    preparer.prepare(
                            new PrepareRequest(clip, output, PlanRequest.defaults(), Beginning.RESUMED),
                            ProgressListener.silent(),
                            new Cancellation());
                } catch (MediaException e) {
                    second.add(e.code());
                    stop.cancel();
                }
            }
        };

        assertThatThrownBy(() ->
                        preparer.prepare(new PrepareRequest(clip, output, wishes, Beginning.RESUMED), other, stop))
                .isInstanceOf(MediaException.class);
        assertThat(second).containsExactly(ProblemCode.FOLDER_IN_USE);
        assertThat(output.resolve(".work")).doesNotExist();
    }

    private static double expected(Outlook outlook) {
        return outlook.outputs().getFirst().bytes();
    }

    @Test
    void aWishOutOfReachEndsAtTheMostThatMayBeSpent() {
        Outlook outlook = preparer()
                .outlook(
                        request("reach", wish(Recipe.FAST, 48).withTopBitrate(60_000L), Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation());

        assertThat(Objects.requireNonNull(outlook.quality()).outcome()).isEqualTo(Outcome.CEILING);
        assertThat(outlook.outputs().getFirst().bitrate()).isEqualTo(60_000);
        assertThat(outlook.table()).contains("48.0 dB XPSNR wanted", "spends no more, however much is allowed");
    }

    @Test
    void aRunThatGoesOnDoesNotSearchAgainAndMakesTheSameBytes() {
        PlanRequest wishes = wish(Recipe.WEB, 34);
        Heard whole = new Heard();
        Prepared unbroken = preparer().prepare(request("whole", wishes, Beginning.AFRESH), whole, new Cancellation());
        Cancellation pause = new Cancellation();
        Heard stopped = new Heard() {
            @Override
            public void progress(Progress progress) {
                super.progress(progress);
                if (isPlanned) {
                    pause.pause();
                }
            }
        };
        assertThatThrownBy(() -> preparer().prepare(request("parts", wishes, Beginning.AFRESH), stopped, pause))
                .isInstanceOf(MediaException.class);

        Heard goingOn = new Heard();
        Prepared resumed = preparer().prepare(request("parts", wishes, Beginning.RESUMED), goingOn, new Cancellation());

        assertThat(whole.beforeThePlan).anyMatch(fraction -> fraction > 0);
        assertThat(goingOn.beforeThePlan).allMatch(fraction -> fraction == 0);
        assertThat(resumed.manifest()).isEqualTo(unbroken.manifest());
    }

    @Test
    void aCancelledSearchLeavesNothing() {
        Cancellation cancellation = new Cancellation();
        Path output = folder.resolve("cancelled");
        ProgressListener impatient = progress -> {
            if (progress.fraction() > 0) {
                cancellation.cancel();
            }
        };

        assertThatThrownBy(() -> preparer()
                        .prepare(
                                request("cancelled", wish(Recipe.QUALITY, 40), Beginning.AFRESH),
                                impatient,
                                cancellation))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CANCELLED));
        assertThat(output).doesNotExist();
    }

    /** Fractions only rise, and which came before the plan was known. */
    private static class Heard implements ProgressListener {
        final List<Double> beforeThePlan = new ArrayList<>();
        boolean isPlanned;
        private double last;

        @Override
        public void progress(Progress progress) {
            assertThat(progress.fraction()).isGreaterThanOrEqualTo(last);
            last = progress.fraction();
            if (!isPlanned) {
                beforeThePlan.add(last);
            }
        }

        @Override
        public void outlook(Outlook outlook) {
            isPlanned = true;
        }
    }

    private static Prepared prepared(Recipe recipe, double decibels) {
        return preparer()
                .prepare(
                        request(recipe + "-" + decibels, wish(recipe, decibels), Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation());
    }

    private static PlanRequest wish(Recipe recipe, double decibels) {
        return Preparation.QUICK.withRecipe(recipe).withTargetQuality(new QualityWish(decibels));
    }

    private static PrepareRequest request(String name, PlanRequest wishes, Beginning beginning) {
        return new PrepareRequest(clip, folder.resolve(name), wishes, beginning);
    }

    private static Preparer preparer() {
        return new Preparer(() -> Instant.EPOCH, THREADS);
    }

    private static QualityReport quality(Prepared prepared) {
        return Objects.requireNonNull(prepared.quality());
    }

    private static Artifact top(Prepared prepared) {
        return prepared.manifest().withRole(ArtifactRole.VIDEO).findFirst().orElseThrow();
    }

    private static Path file(Prepared prepared, Artifact artifact) {
        return prepared.manifestFile().resolveSibling(artifact.path());
    }
}
