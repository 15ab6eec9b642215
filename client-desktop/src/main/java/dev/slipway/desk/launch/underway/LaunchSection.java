package dev.slipway.desk.launch.underway;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.language.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The files on their way to the server, its checks, and the link in the end. */
public final class LaunchSection extends VBox {
    private final LaunchModel model;
    private final Texts texts;

    public LaunchSection(LaunchModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("section");
        setSpacing(24);
        Following work = new Following(this::work, model.kind(), texts.language());
        work.setSpacing(16);
        getChildren().addAll(Labels.of(texts.of("section.launch"), "section-title"), work);
    }

    private List<Node> work() {
        return switch (model.kind().get()) {
            case PAID -> List.of(Labels.wrapped(texts.of("pay.save.explained"), "muted"), save("pay.save"));
            case LAUNCHING -> underWay();
            case LAUNCH_STOPPED -> stopped();
            case PUBLISHED -> page();
            case NOTHING, PAYING, ASKING, IN_BROWSER, ELSEWHERE, PAY_STOPPED -> first();
        };
    }

    private List<Node> first() {
        return List.of(Labels.wrapped(texts.of("launch.first"), "muted"));
    }

    private List<Node> underWay() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty()
                .bind(model.state()
                        .map(state -> state instanceof LaunchState.Working working ? working.fraction() : 0.0));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(model.words().progress());
        Button stop = Buttons.plain(texts.of("launch.stop"), Feather.PAUSE, model::halt);
        stop.setId("launch-stop");
        return List.of(
                new VBox(
                        8,
                        bar,
                        Labels.of(model.words().progress(), "strong"),
                        Labels.wrapped(model.words().exact(), "exact")),
                line(stop));
    }

    private List<Node> stopped() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(model.problem()
                .map(problem -> ProblemNotice.of(texts, problem.code(), problem.message()))
                .orElseGet(() -> Labels.wrapped(texts.of("launch.stopped.explained"), "muted")));
        nodes.add(save("launch.go-on"));
        return nodes;
    }

    private List<Node> page() {
        TextField link = new TextField(model.watchUrl().orElse(""));
        link.setEditable(false);
        link.setId("watch-link");
        link.accessibleTextProperty().bind(texts.of("launch.link"));
        HBox.setHgrow(link, Priority.ALWAYS);
        Button open = Buttons.primary(texts.of("launch.open"), Feather.EXTERNAL_LINK, model::showPublished);
        open.setId("watch-open");
        Button copy = Buttons.plain(texts.of("launch.copy"), Feather.COPY, () -> copy(link.getText()));
        return List.of(
                Notices.good(
                        texts.get("launch.published"),
                        model.receipt().map(model.words()::paid).orElse("")),
                line(link, open, copy));
    }

    private static void copy(String link) {
        ClipboardContent content = new ClipboardContent();
        content.putString(link);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Node save(String verb) {
        Button save = Buttons.primary(texts.of(verb), Feather.UPLOAD, model::save);
        save.setId("launch-save");
        return line(save);
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(12, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
