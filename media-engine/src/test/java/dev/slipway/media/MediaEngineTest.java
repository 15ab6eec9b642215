package dev.slipway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaEngineTest {
    @TempDir
    static Path folder;

    private static Path clip = Path.of("not made yet");

    @BeforeAll
    static void makeClip() {
        clip = engine().sample(folder.resolve("sample.mp4"), 3, new Cancellation());
    }

    @Test
    void aSampleIsAVideoThatCanBeProbed() {
        MediaFacts facts = engine().probe(clip, Damage.REFUSED, ProgressListener.silent(), new Cancellation());
        assertThat(facts.durationMicros()).isBetween(2_900_000L, 3_100_000L);
        assertThat(Objects.requireNonNull(facts.video()).codec()).isEqualTo("h264");
        assertThat(Objects.requireNonNull(facts.audio()).codec()).isEqualTo("aac");
    }

    @Test
    void warningsComeBackWithTheirCodesAndFigures() throws Exception {
        Path silent = folder.resolve("silent.mp4");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48:r=100:d=1", silent.toString());
        MediaFacts facts = engine().probe(silent, Damage.REFUSED, ProgressListener.silent(), new Cancellation());
        assertThat(facts.codedWarnings())
                .containsExactly(
                        new SourceWarning(
                                SourceWarning.HIGH_RATE,
                                "There are more than 60 pictures a second; at most 60 of them will be published.",
                                "100.00 fps"),
                        new SourceWarning(SourceWarning.NO_SOUND, "There is no sound."));
        assertThat(facts.warnings()).hasSize(2).endsWith("There is no sound.");
    }

    @Test
    void aRefusalComesBackWithItsCode() throws Exception {
        Path text = Files.writeString(folder.resolve("text.mp4"), "not a video at all");
        assertThatThrownBy(() -> engine().probe(text, Damage.REFUSED, ProgressListener.silent(), new Cancellation()))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_A_VIDEO));
    }

    @Test
    void preparingTellsItsProgressAndLeavesAManifest() {
        List<Progress> progress = new ArrayList<>();
        Prepared prepared = engine().prepare(request("prepared"), progress::add, new Cancellation());
        assertThat(prepared.manifestFile()).exists();
        assertThat(prepared.manifest().artifacts()).hasSizeGreaterThan(5);
        assertThat(progress).extracting(Progress::fraction).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void aCancelledPreparationIsToldApartFromAFailure() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> engine().prepare(request("cancelled"), ProgressListener.silent(), cancellation))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.CANCELLED));
        assertThat(folder.resolve("cancelled").resolve("manifest.json")).doesNotExist();
    }

    @Test
    void aVideoAmongUnfinishedWorkIsRefusedAndOutlivesACancellation() throws Exception {
        Path output = folder.resolve("own");
        Path film = Files.writeString(
                Files.createDirectories(output.resolve(".work")).resolve("film.mp4"), "a film");
        PrepareRequest request = new PrepareRequest(film, output, PlanRequest.defaults(), Beginning.AFRESH);
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> engine().prepare(request, ProgressListener.silent(), cancellation))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.USAGE))
                .hasMessageContaining("Move it out of there first");
        assertThat(film).hasContent("a film");
    }

    @Test
    void namesInAnyScriptAreReadAndWritten() throws Exception {
        Path film = Files.copy(
                clip, Files.createDirectory(folder.resolve("Мои видео")).resolve("кино 映画.mp4"));
        Path output = folder.resolve("готово");
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.FAST);
        Prepared prepared = engine().prepare(
                        new PrepareRequest(film, output, wishes, Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation());
        assertThat(output.resolve("manifest.json")).exists();
        assertThat(prepared.manifestFile()).isEqualTo(output.resolve("manifest.json"));
    }

    private static PrepareRequest request(String name) {
        return new PrepareRequest(
                clip, folder.resolve(name), PlanRequest.defaults().withRecipe(Recipe.FAST), Beginning.AFRESH);
    }

    private static MediaEngine engine() {
        return new MediaEngine(folder.resolve("natives"));
    }
}
