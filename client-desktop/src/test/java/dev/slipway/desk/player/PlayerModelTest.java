package dev.slipway.desk.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.ScriptedPlayer;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerModelTest {
    @TempDir
    Path folder = Path.of("");

    private Instant time = Instant.parse("2026-01-01T00:00:00Z");
    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final HoldingEngine engine = new HoldingEngine();
    private final Deque<ShownPicture> held = new ArrayDeque<>();

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
    void picturesThatAreToldBeforeTheirMemoryIsThereAreGivenBackButForTheLast() {
        PlayerModel model = opened();
        model.seek(20_000_000);
        ui.await(() -> shown(model).micros() == 20_000_000);
        engine.hold();
        engine.players().getFirst().die();
        ui.await(() -> engine.players().size() == 2
                && !engine.players().getLast().told().isEmpty());
        ScriptedPlayer worker = engine.players().getLast();
        for (int late = 0; late < 5; late++) {
            worker.showLate(1_000 + late, late * ScriptedPlayer.FRAME);
        }
        engine.letGo();
        ui.await(() -> shown(model).memory() == 2 && worker.freeSlots() >= 6);
        for (int later = 5; later < 20; later++) {
            long moment = later * ScriptedPlayer.FRAME;
            worker.showLate(1_000 + later, moment);
            ui.await(() -> shown(model).micros() == moment);
        }
        assertThat(worker.freeSlots()).as("all but the two that are looked at").isEqualTo(6);
        assertThat(worker.needlessReleases()).isZero();
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
    void stepsBeginAtWhatWasAskedForAndThoseThatWereNotShownYetAreAddedUp() {
        PlayerModel model = opened();
        model.seek(8_000_000);
        model.step(1);
        model.step(1);
        model.step(1);
        ui.await(() -> shown(model).micros() == 8_000_000 + 3 * ScriptedPlayer.FRAME);
        model.step(-1);
        ui.await(() -> shown(model).micros() == 8_000_000 + 2 * ScriptedPlayer.FRAME);
        assertThat(engine.players().getLast().told())
                .filteredOn(PreviewCommand.Step.class::isInstance)
                .extracting(step -> ((PreviewCommand.Step) step).pictures())
                .containsExactly(1, 2, 3, -1);
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

    @Test
    void aWorkerThatNeverOpensTheFilmIsNotReplacedForEver() {
        PlayerModel model =
                new PlayerModel(Path.of("/videos/film.mp4"), folder.resolve("preview"), engine, background, () -> time);
        engine.hold();
        model.open();
        for (int death = 1; death <= 3; death++) {
            int worker = death;
            ui.await(() -> engine.players().size() == worker
                    && !engine.players().getLast().told().isEmpty());
            time = time.plusSeconds(90);
            engine.players().getLast().die();
        }
        ui.await(() -> model.state().get() instanceof PlayerState.Failed);
        assertThat(((PlayerState.Failed) model.state().get()).message()).contains("killed by the test");
    }

    @Test
    void noPicturesStayOnTheDiskOnceTheWindowIsGone() throws Exception {
        Path previews = Files.createDirectories(folder.resolve("preview"));
        Files.write(previews.resolve("pictures-17"), new byte[10]);
        Files.write(previews.resolve("scan.json"), new byte[10]);
        PlayerModel model = opened();
        assertThat(previews.resolve("pictures-17"))
                .as("of a window that was killed")
                .doesNotExist();
        assertThat(previews.resolve("pictures-1")).exists();
        model.halt();
        try (Stream<Path> left = Files.list(previews)) {
            assertThat(left).containsExactly(previews.resolve("scan.json"));
        }
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
        model.picture().addListener((observable, before, now) -> lookAt(model, now));
        model.wantStrip(6);
        model.open();
        ui.await(() -> model.state().get() instanceof PlayerState.Open
                && model.picture().get() != null);
        return model;
    }

    /** What {@link PlayerScreen} does: it holds the picture that it shows and the one before. */
    private void lookAt(PlayerModel model, @Nullable ShownPicture now) {
        if (now != null) {
            assertThat(Objects.requireNonNull(model.memory().get()).number())
                    .as("the memory that the picture lies in")
                    .isEqualTo(now.memory());
            held.removeIf(picture -> picture.memory() != now.memory());
            held.addLast(now);
            if (held.size() > 2) {
                model.release(held.removeFirst());
            }
        }
    }

    private static ShownPicture shown(PlayerModel model) {
        return Objects.requireNonNull(model.picture().get());
    }
}
