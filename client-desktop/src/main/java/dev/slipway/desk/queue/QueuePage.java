package dev.slipway.desk.queue;

import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** All that is under way, waits or has stopped, with what can be done about each. */
public final class QueuePage extends VBox {
    private static final double WIDTH = 880;

    private final QueueModel model;
    private final Texts texts;

    public QueuePage(QueueModel model) {
        super(16);
        this.model = model;
        this.texts = model.texts();
        getStyleClass().add("page");
        Following rows = new Following(this::rows, (Observable) model.lines());
        rows.setSpacing(12);
        rows.setMaxWidth(WIDTH);
        getChildren().addAll(Labels.of(texts.of("queue.title"), "page-title"), rows);
    }

    private List<Node> rows() {
        return model.lines().isEmpty()
                ? List.of(Labels.wrapped(texts.of("queue.empty"), "muted"))
                : model.lines().stream()
                        .flatMap(publication -> Stream.<Node>of(new QueueRow(publication, model)))
                        .toList();
    }
}
