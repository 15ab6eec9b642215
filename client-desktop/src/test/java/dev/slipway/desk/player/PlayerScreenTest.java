package dev.slipway.desk.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.ScriptedPlayer;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the worker's slots the screen holds on to. */
class PlayerScreenTest {
    @TempDir
    Path folder = Path.of("");

    private final ScriptedEngine engine = new ScriptedEngine();
    private final StackPane stage = new StackPane();
    private final Background background = new Background(HeadlessWindow.ui());
    private final PlayerModel model = new PlayerModel(
            Path.of("/videos/film.mp4"), folder.resolve("preview"), engine, background, () -> Instant.EPOCH);

    @BeforeEach
    void start() {
        HeadlessWindow.start();
    }

    @AfterEach
    void stop() {
        HeadlessWindow.onUi(model::close);
        background.close();
    }

    @Test
    void twoPicturesAreHeldAndAllOthersGivenBack() {
        try (HeadlessWindow window = HeadlessWindow.show(() -> new Scene(stage), 800, 450)) {
            assertThat(window.scene().getRoot()).isSameAs(stage);
            PlayerScreen screen = HeadlessWindow.onUiThread(() -> new PlayerScreen(model));
            HeadlessWindow.onUi(() -> stage.getChildren().add(screen));
            ScriptedPlayer worker = opened();
            playPictures(worker, 20);
            assertThat(worker.freeSlots()).isEqualTo(6);
            assertThat(worker.needlessReleases()).isZero();
        }
    }

    /** The screen of a page that was left may stay in memory for as long as nobody collects it. */
    @Test
    void aScreenThatIsNoMoreGivesNothingBack() {
        try (HeadlessWindow window = HeadlessWindow.show(() -> new Scene(stage), 800, 450)) {
            assertThat(window.scene().getRoot()).isSameAs(stage);
            PlayerScreen left = HeadlessWindow.onUiThread(() -> new PlayerScreen(model));
            HeadlessWindow.onUi(() -> stage.getChildren().add(left));
            playPictures(opened(), 3);
            HeadlessWindow.onUi(() -> {
                stage.getChildren().clear();
                model.close();
                stage.getChildren().add(new PlayerScreen(model));
            });
            ScriptedPlayer worker = opened();
            playPictures(worker, 20);
            assertThat(worker.freeSlots()).isEqualTo(6);
            assertThat(worker.needlessReleases()).isZero();
            assertThat(left.getScene()).isNull();
        }
    }

    private ScriptedPlayer opened() {
        HeadlessWindow.onUi(model::open);
        HeadlessWindow.await(
                "a picture of the worker that runs",
                () -> model.picture().get() instanceof ShownPicture shown
                        && shown.memory()
                                == Objects.requireNonNull(model.memory().get()).number());
        return engine.players().getLast();
    }

    private void playPictures(ScriptedPlayer worker, int count) {
        for (int picture = 1; picture <= count; picture++) {
            long moment = picture * ScriptedPlayer.FRAME;
            worker.showLate(1_000, moment);
            HeadlessWindow.await(
                    "the picture is shown",
                    () -> model.picture().get() instanceof ShownPicture shown && shown.micros() == moment);
        }
    }
}
