package dev.slipway.desk.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.ScriptedPlayer;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerModelTest {
    @TempDir
    Path folder = Path.of("");

    private Instant time = Instant.parse("2026-01-01T00:00:00Z");
    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final ScriptedEngine engine = new ScriptedEngine();

    @AfterEach
    void stop() {
        background.close();
    }

    @Test
    void anOpenFilmShowsItsFirstPictureAndItsStrip() {
        PlayerModel model = opened();
        ui.await(() -> model.strip().size() == 6);
        assertThat(model.duration().get()).isEqualTo(ScriptedPlayer.DURATION);
        assertThat(model.position().get()).isZero();
        assertThat(model.state().get()).isEqualTo(new PlayerState.Open(PlayerState.Heard.ITS_SOUND));
    }

    @Test
    void whatIsSearchedForIsShownAndTheLatestWins() {
        PlayerModel model = opened();
        model.scrub(10_000_000);
        model.seek(20_013_000);
        ui.await(() -> shown(model).micros() == 20_000_000);
        assertThat(model.position().get()).as("of the picture itself").isEqualTo(20_000_000);
    }

    @Test
    void aPictureOfAnEarlierWishIsGivenBackAndNotShown() {
        PlayerModel model = opened();
        ScriptedPlayer worker = engine.players().getFirst();
        model.seek(20_000_000);
        ui.await(() -> shown(model).micros() == 20_000_000);
        int free = worker.freeSlots();
        worker.showLate(0, 5_000_000);
        ui.await(() -> worker.freeSlots() == free);
        assertThat(shown(model).micros()).isEqualTo(20_000_000);
    }

    @Test
    void stepsGoFromPictureToPictureAndPlayingEndsWhereTheWorkerSaysSo() {
        PlayerModel model = opened();
        model.seek(8_000_000);
        ui.await(() -> shown(model).micros() == 8_000_000);
        model.step(1);
        ui.await(() -> shown(model).micros() == 8_000_000 + ScriptedPlayer.FRAME);
        model.step(-1);
        ui.await(() -> shown(model).micros() == 8_000_000);
        model.play();
        assertThat(model.playing().get()).isTrue();
        PreviewCommand.Play play = lastPlay();
        assertThat(play.micros()).isEqualTo(8_000_000);
        engine.players().getFirst().end(play.generation() - 1);
        engine.players().getFirst().end(play.generation());
        ui.await(() -> !model.playing().get());
    }

    @Test
    void aWorkerThatDiesIsReplacedAndThePictureIsBack() {
        PlayerModel model = opened();
        model.seek(30_000_000);
        ui.await(() -> shown(model).micros() == 30_000_000);

        engine.players().getFirst().die();

        ui.await(() -> engine.players().size() == 2
                && shown(model).memory() == 2
                && shown(model).micros() == 30_000_000);
        ui.await(() -> Objects.requireNonNull(model.memory().get()).number() == 2);
        assertThat(model.state().get()).isInstanceOf(PlayerState.Open.class);
    }

    @Test
    void playingGoesOnWithTheNextWorker() {
        PlayerModel model = opened();
        model.play(12_000_000, 40_000_000);
        engine.players().getFirst().die();
        ui.await(() -> engine.players().size() == 2 && shown(model).memory() == 2);
        assertThat(lastPlay()).extracting(PreviewCommand.Play::untilMicros).isEqualTo(40_000_000L);
        assertThat(model.playing().get()).isTrue();
    }

    @Test
    void aFilmThatKillsItsWorkersIsGivenUpWithAReasonAndMayBeOpenedAgain() {
        PlayerModel model = opened();
        for (int death = 1; death <= 3; death++) {
            int worker = death;
            ui.await(() -> engine.players().size() == worker);
            time = time.plusSeconds(5);
            engine.players().getLast().die();
        }
        ui.await(() -> model.state().get() instanceof PlayerState.Failed);
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        PlayerState.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo(ProblemCode.ENGINE_CRASHED));
        time = time.plusSeconds(100);
        model.open();
        ui.await(() -> model.state().get() instanceof PlayerState.Open);
    }

    @Test
    void aClosedPlayerEndsItsWorkerAndBeginsWhereItWas() {
        PlayerModel model = opened();
        model.seek(44_000_000);
        ui.await(() -> shown(model).micros() == 44_000_000);
        Path pictures = folder.resolve("preview").resolve("pictures-1");
        assertThat(pictures).exists();
        model.close();
        assertThat(model.state().get()).isEqualTo(new PlayerState.Closed());
        ui.await(() -> !Files.exists(pictures));
        model.open();
        ui.await(() -> model.picture().get() != null && shown(model).micros() == 44_000_000);
        assertThat(engine.players()).hasSize(2);
    }

    private PreviewCommand.Play lastPlay() {
        return engine.players().getLast().told().stream()
                .filter(PreviewCommand.Play.class::isInstance)
                .map(PreviewCommand.Play.class::cast)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private PlayerModel opened() {
        PlayerModel model =
                new PlayerModel(Path.of("/videos/film.mp4"), folder.resolve("preview"), engine, background, () -> time);
        // What a screen does: the picture before is given back.
        model.picture().addListener((observable, before, now) -> {
            if (before != null && now != null) {
                model.release(before);
            }
        });
        model.wantStrip(6);
        model.open();
        ui.await(() -> model.state().get() instanceof PlayerState.Open
                && model.picture().get() != null);
        return model;
    }

    private static ShownPicture shown(PlayerModel model) {
        return Objects.requireNonNull(model.picture().get());
    }
}
