package dev.slipway.desk.window;

import dev.slipway.desk.control.AskedOnce;
import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Poster;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.making.PrepareModel;
import dev.slipway.desk.prepare.making.PrepareWords;
import dev.slipway.desk.publication.PosterImage;
import dev.slipway.desk.publication.PublicationModel;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The publication that is being made, on every page; gone while there is none. */
final class JobBar extends HBox {
    private static final double POSTER_WIDTH = 72;

    private final Texts texts;

    JobBar(DeskModel model) {
        this.texts = model.texts();
        getStyleClass().add("job-bar");
        setId("job-bar");
        ObservableValue<@Nullable PublicationModel> job = model.job();
        ObservableValue<@Nullable PrepareModel> making = job.map(PublicationModel::prepare);
        ProgressBar bar = new ProgressBar(0);
        bar.progressProperty().bind(making.flatMap(PrepareModel::fraction).orElse(0));
        bar.setPrefWidth(240);
        Label title = Labels.of(job.flatMap(PublicationModel::title).orElse(""), "strong");
        ObservableValue<String> progress =
                making.map(PrepareModel::words).flatMap(PrepareWords::progress).orElse("");
        bar.accessibleTextProperty().bind(progress);
        VBox words = new VBox(2, title, Labels.of(texts.of("job.preparing"), "exact"));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new Poster(POSTER_WIDTH, job.flatMap(publication -> PosterImage.of(publication.video()))),
                        words,
                        new VBox(6, bar, Labels.of(progress, "exact")),
                        waiting(model),
                        Buttons.sign(texts.of("prepare.pause"), Feather.PAUSE, () -> tell(making, PrepareModel::pause)),
                        cancel(making));
        visibleProperty().bind(job.map(running -> true).orElse(false));
        managedProperty().bind(visibleProperty());
    }

    private AskedOnce cancel(ObservableValue<@Nullable PrepareModel> making) {
        return new AskedOnce(
                new AskedOnce.Words(
                        texts.of("job.cancel"), texts.of("prepare.cancel.question"), texts.of("prepare.cancel.keep")),
                Feather.X,
                () -> tell(making, PrepareModel::discard));
    }

    private Label waiting(DeskModel model) {
        var count = model.queue().waiting();
        Label label = Labels.of(
                texts.following(() -> count.get() == 0 ? "" : texts.plural("job.waiting", count.get()), count),
                "exact");
        label.managedProperty().bind(count.greaterThan(0));
        return label;
    }

    private static void tell(ObservableValue<@Nullable PrepareModel> making, Consumer<PrepareModel> wish) {
        PrepareModel running = making.getValue();
        if (running != null) {
            wish.accept(running);
        }
    }
}
