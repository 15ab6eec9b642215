package dev.slipway.desk.viewers;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.language.Texts;
import java.net.URI;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Plays the finished film on request. */
public final class ViewersSection extends VBox {
    private final ViewersModel model;
    private final Texts texts;
    private @Nullable MediaScreen screen;

    public ViewersSection(ViewersModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        Following content = new Following(this::content, model.state(), texts.language());
        content.setSpacing(12);
        getChildren().add(content);
        sceneProperty().addListener((observable, before, now) -> {
            if (now == null) {
                leave();
                model.close();
            }
        });
    }

    private List<Node> content() {
        leave();
        return switch (model.state().get()) {
            case ViewersState.Closed closed -> List.of(offer());
            case ViewersState.Opening opening -> List.of(Labels.of(texts.of("viewers.opening"), "muted"));
            case ViewersState.Open(var link) -> playing(link);
            case ViewersState.NotMade notMade ->
                List.of(Notices.warning(texts.get("viewers.not-made"), texts.get("viewers.not-made.exact")));
            case ViewersState.NoPlayer(var reason) ->
                List.of(
                        Notices.warning(texts.get("viewers.no-player"), texts.get("viewers.no-player.exact", reason)),
                        new HBox(offer()));
            case ViewersState.Failed(var problem) ->
                List.of(ProblemNotice.of(texts, problem.code(), problem.getMessage()));
        };
    }

    private Button offer() {
        Button play = Buttons.plain(texts.of("viewers.play"), Feather.MONITOR, model::open);
        play.setId("viewers-play");
        return play;
    }

    private List<Node> playing(URI link) {
        try {
            MediaScreen opened = new MediaScreen(link, model::cannotPlay);
            opened.accessibleTextProperty().bind(texts.of("viewers.screen"));
            screen = opened;
            Button pause = Buttons.plain(
                    texts.following(
                            () -> texts.get(opened.playing().get() ? "player.pause" : "player.play"), opened.playing()),
                    Feather.PLAY,
                    opened::toggle);
            ((FontIcon) pause.getGraphic())
                    .iconCodeProperty()
                    .bind(opened.playing().map(playing -> playing ? Feather.PAUSE : Feather.PLAY));
            return List.of(
                    opened,
                    new HBox(8, pause, Buttons.plain(texts.of("viewers.close"), Feather.X, model::close)),
                    Labels.wrapped(texts.of("viewers.explained"), "exact"));
        } catch (RuntimeException | LinkageError e) {
            // The player's own libraries, or the system's that they need, are not there.
            Platform.runLater(() -> model.cannotPlay(String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private void leave() {
        MediaScreen open = screen;
        screen = null;
        if (open != null) {
            open.close();
        }
    }
}
