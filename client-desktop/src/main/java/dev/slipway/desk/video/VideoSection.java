package dev.slipway.desk.video;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.language.Texts;
import dev.slipway.model.media.MediaFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says what is in the video, what to know of it, or why it cannot be published. */
public final class VideoSection extends VBox {
    private static final double NAME_WIDTH = 112;

    private final Texts texts;
    private final VideoModel model;
    private final Supplier<Node> player;
    private final StackPane stage = new StackPane();
    private final InvalidationListener known = change -> look();

    /** @param player made once, when the video is known */
    public VideoSection(VideoModel model, Supplier<Node> player, Texts texts) {
        this.model = model;
        this.player = player;
        this.texts = texts;
        getStyleClass().add("section");
        getChildren()
                .addAll(
                        Labels.of(texts.of("section.video"), "section-title"),
                        Labels.wrapped(new ReadOnlyStringWrapper(model.source().toString()), "exact"),
                        stage(),
                        following());
    }

    /** Apart from what is made anew with every word: a player that is taken away begins anew. */
    private Node stage() {
        model.state().addListener(new WeakInvalidationListener(known));
        look();
        return stage;
    }

    private void look() {
        if (model.state().get() instanceof VideoState.Known
                && stage.getChildren().isEmpty()) {
            stage.getChildren().add(player.get());
        }
    }

    private Following following() {
        Following content = new Following(this::content, model.state(), texts.language());
        content.setSpacing(16);
        return content;
    }

    private List<Node> content() {
        return switch (model.state().get()) {
            case VideoState.Looking looking -> List.of(looking(looking.fraction()));
            case VideoState.Stopped stopped ->
                List.of(
                        Labels.wrapped(texts.of("video.stopped.words"), "muted"),
                        Buttons.plain(texts.of("video.look"), Feather.SEARCH, model::look));
            case VideoState.Known known -> known(known.facts());
            case VideoState.Refused refused ->
                List.of(
                        ProblemNotice.of(texts, refused.code(), refused.message()),
                        Buttons.plain(texts.of("video.look-again"), Feather.REFRESH_CW, model::look));
        };
    }

    private Node looking(double fraction) {
        ProgressBar bar = new ProgressBar(fraction);
        bar.setPrefWidth(320);
        bar.setAccessibleText(texts.get("video.looking", texts.amounts().percent(fraction)));
        HBox line = new HBox(
                16,
                bar,
                Labels.of(texts.of("video.looking", texts.amounts().percent(fraction)), "muted"),
                Buttons.sign(texts.of("video.stop"), Feather.X, model::stop));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private List<Node> known(MediaFacts facts) {
        VideoWords words = new VideoWords(texts, facts);
        List<Node> nodes = new ArrayList<>();
        nodes.add(table(words.lines()));
        words.warnings().forEach(warning -> nodes.add(Notices.warning(warning.words(), warning.exact())));
        return nodes;
    }

    private static Node table(List<VideoWords.Line> lines) {
        GridPane table = new GridPane(24, 12);
        for (int row = 0; row < lines.size(); row++) {
            VideoWords.Line line = lines.get(row);
            VBox value = new VBox(2, label(line.words(), "strong"));
            if (!line.exact().isBlank()) {
                value.getChildren().add(label(line.exact(), "exact"));
            }
            Label name = label(line.name(), "muted");
            name.setMinWidth(NAME_WIDTH);
            GridPane.setValignment(name, VPos.TOP);
            table.addRow(row, name, value);
        }
        return table;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
