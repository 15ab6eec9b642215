package dev.slipway.desk.viewers;

import dev.slipway.desk.background.Background;
import java.net.URI;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import javafx.util.Duration;
import javafx.util.Subscription;

/** JavaFX's media player with one film, which it begins to play. */
final class MediaScreen extends StackPane {
    private static final double WIDTH = 736;
    private static final double HEIGHT = 414;
    private static final Duration PATIENCE = Duration.seconds(20);
    /** As the player's own reasons, in English. */
    private static final String SILENCE = "It neither played nor said why";

    private final MediaPlayer player;
    private final MediaView view;
    private final Subscription status;
    private final BooleanBinding playing;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Consumer<String> cannotPlay;
    private boolean told;

    /**
     * @param cannotPlay gets the player's reason, once
     * @throws MediaException where nothing can be opened
     */
    MediaScreen(URI link, Consumer<String> cannotPlay) {
        player = new MediaPlayer(new Media(link.toString()));
        playing = Bindings.createBooleanBinding(
                () -> player.getStatus() == MediaPlayer.Status.PLAYING, player.statusProperty());
        view = new MediaView(player);
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        getStyleClass().add("player-screen");
        setId("viewers-screen");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().add(view);
        this.cannotPlay = cannotPlay;
        player.setOnError(this::fail);
        status = player.statusProperty().subscribe(now -> {
            if (now == MediaPlayer.Status.HALTED) {
                fail();
            } else if (now == MediaPlayer.Status.PLAYING) {
                patience.stop();
            }
        });
        // Without a sound output it may neither play nor say so.
        patience.setOnFinished(event -> fail());
        patience.play();
        player.setAutoPlay(true);
    }

    private void fail() {
        patience.stop();
        if (!told) {
            told = true;
            MediaException error = player.getError();
            cannotPlay.accept(error == null ? SILENCE : String.valueOf(error.getMessage()));
        }
    }

    BooleanBinding playing() {
        return playing;
    }

    /** How far it has come. */
    double seconds() {
        return player.getCurrentTime().toSeconds();
    }

    void toggle() {
        if (playing.get()) {
            player.pause();
        } else {
            player.play();
        }
    }

    void close() {
        patience.stop();
        told = true;
        player.setOnError(null);
        status.unsubscribe();
        playing.dispose();
        view.setMediaPlayer(null);
        // Where it found no sound output, the player's native half may never come back from its end.
        Background.abandon("viewers-player-end", player::dispose);
    }
}
