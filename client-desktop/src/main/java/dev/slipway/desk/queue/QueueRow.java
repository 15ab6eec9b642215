package dev.slipway.desk.queue;

import dev.slipway.desk.control.AskedOnce;
import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Poster;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.making.MakingKind;
import dev.slipway.desk.prepare.making.PrepareModel;
import dev.slipway.desk.publication.PosterImage;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One publication that is not done with: its picture, how far it is, and what can be done about it. */
final class QueueRow extends HBox {
    private static final double POSTER_WIDTH = 112;

    private final PublicationModel publication;
    private final QueueModel model;
    private final Texts texts;

    QueueRow(PublicationModel publication, QueueModel model) {
        super(16);
        this.publication = publication;
        this.model = model;
        this.texts = model.texts();
        getStyleClass().add("queue-row");
        setAlignment(Pos.CENTER_LEFT);
        Following acts = new Following(
                () -> List.of(acts()),
                publication.prepare().kind(),
                publication.launch().kind());
        acts.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(new Poster(POSTER_WIDTH, PosterImage.of(publication.video())), words(), acts);
    }

    private VBox words() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(publication.prepare().fraction());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(publication.summary());
        bar.visibleProperty().bind(publication.prepare().kind().map(kind -> kind == MakingKind.RUNNING));
        bar.managedProperty().bind(bar.visibleProperty());
        VBox words =
                new VBox(4, Labels.of(publication.title(), "strong"), Labels.of(publication.summary(), "exact"), bar);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private Node acts() {
        PrepareModel prepare = publication.prepare();
        HBox acts = new HBox(4);
        acts.setAlignment(Pos.CENTER_RIGHT);
        acts.getChildren()
                .addAll(
                        switch (QueueStage.of(publication)) {
                            case PREPARES -> List.of(sign("prepare.pause", Feather.PAUSE, prepare::pause), discard());
                            case WAITS ->
                                List.of(
                                        sign("queue.sooner", Feather.ARROW_UP, () -> model.sooner(publication)),
                                        sign("queue.later", Feather.ARROW_DOWN, () -> model.later(publication)),
                                        sign("queue.take-out", Feather.PAUSE, prepare::pause));
                            case PREPARE_STOPPED -> List.of(again(), discard());
                            case LAUNCHES -> List.of(sign("launch.stop", Feather.PAUSE, publication.launch()::halt));
                            case LAUNCH_STOPPED, RESTS -> List.of();
                        });
        acts.getChildren().add(sign("queue.open", Feather.CHEVRON_RIGHT, this::open));
        return acts;
    }

    private Button again() {
        PrepareModel prepare = publication.prepare();
        boolean isPaused = prepare.kind().get() == MakingKind.PAUSED;
        return sign(
                isPaused ? "prepare.go-on" : "prepare.again",
                isPaused ? Feather.PLAY : Feather.REFRESH_CW,
                prepare::start);
    }

    private AskedOnce discard() {
        return new AskedOnce(
                new AskedOnce.Words(
                        texts.of("job.cancel"), texts.of("prepare.cancel.question"), texts.of("prepare.cancel.keep")),
                Feather.X,
                publication.prepare()::discard);
    }

    private Button sign(String words, Feather icon, Runnable action) {
        Button sign = Buttons.sign(texts.of(words), icon, action);
        sign.getStyleClass().add(words.replace('.', '-'));
        return sign;
    }

    /** At the section that wants something. */
    private void open() {
        switch (QueueStage.of(publication)) {
            case PREPARES, WAITS, PREPARE_STOPPED -> publication.section().set(Section.PREPARE);
            case LAUNCHES, LAUNCH_STOPPED ->
                publication.section().set(publication.launch().isPaid() ? Section.LAUNCH : Section.PAY);
            case RESTS -> publication.section().set(Section.VIDEO);
        }
        model.open(publication);
    }
}
