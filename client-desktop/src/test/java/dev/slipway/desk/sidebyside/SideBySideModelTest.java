package dev.slipway.desk.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.prepare.making.Wishes;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideModelTest {
    @TempDir
    Path folder = Path.of("");

    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final Wishes wishes = new Wishes(PrepareOptions.DEFAULT);

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void whatIsShownIsOutOfDateOnceSomethingElseIsWished() {
        SideBySideModel model = model("Evening.mp4");
        wishes.protect().set(true);
        model.compare(7_000_000);
        ui.await(() -> model.state().get() instanceof SideBySideState.Shown);
        Compared shown = ((SideBySideState.Shown) model.state().get()).compared();
        assertThat(shown.micros()).isEqualTo(7_000_000);
        assertThat(shown.looks()).extracting(Compared.Look::key).contains("compare.protected");
        assertThat(model.outdated().get()).isFalse();

        wishes.protect().set(false);
        assertThat(model.outdated().get()).isTrue();
        wishes.protect().set(true);
        assertThat(model.outdated().get()).isFalse();
    }

    @Test
    void whatIsStoppedLeavesNothingAndCanBeAskedForAgain() {
        SideBySideModel model = model("endless.mkv");
        model.compare(0);
        ui.await(() -> model.fraction().get() > 0);
        model.stop();
        ui.await(() -> model.state().get() instanceof SideBySideState.Nothing);
        model.compare(0);
        assertThat(model.state().get()).isInstanceOf(SideBySideState.Working.class);
        model.stop();
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        SideBySideModel model = model("text.mp4");
        model.compare(0);
        ui.await(() -> model.state().get() instanceof SideBySideState.Failed);
        assertThat(((SideBySideState.Failed) model.state().get()).problem().code())
                .isEqualTo(ProblemCode.NOT_A_VIDEO);
    }

    /** The folder of a publication that is removed must not be written to any more. */
    @Test
    void theEndComesWhenNothingIsWrittenAnyMore() {
        SideBySideModel model = model("endless.mkv");
        AtomicBoolean atOnce = new AtomicBoolean();
        model.end(() -> atOnce.set(true));
        assertThat(atOnce).isTrue();

        AtomicBoolean gone = new AtomicBoolean();
        model.compare(0);
        ui.await(() -> model.fraction().get() > 0);
        model.end(() -> gone.set(true));
        assertThat(gone).isFalse();
        ui.await(gone::get);
        assertThat(model.state().get()).isInstanceOf(SideBySideState.Nothing.class);
    }

    private SideBySideModel model(String film) {
        return new SideBySideModel(
                Path.of("/videos", film),
                folder.resolve("files"),
                folder.resolve("comparison"),
                wishes,
                new ScriptedEngine(),
                background);
    }
}
