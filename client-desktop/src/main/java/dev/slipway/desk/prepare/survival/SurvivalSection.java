package dev.slipway.desk.prepare.survival;

import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Notices;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the codecs left of the noise, what the pictures paid for it, and what that does not prove. */
public final class SurvivalSection extends VBox {
    private static final double NAME_WIDTH = 184;

    private final SurvivalWords words;

    public SurvivalSection(SurvivalWords words) {
        this.words = words;
        getStyleClass().add("survival");
        setPadding(new Insets(8, 0, 8, 0));
        Following report = new Following(this::report, words.changes().toArray(Observable[]::new));
        report.setSpacing(16);
        getChildren().add(report);
    }

    private List<Node> report() {
        boolean isShown = !words.isEmpty();
        setVisible(isShown);
        setManaged(isShown);
        if (!isShown) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(label(words.title(), "field-label"));
        words.headline().ifPresent(headline -> nodes.add(value(headline.words(), headline.exact())));
        words.warnings().forEach(warning -> nodes.add(Notices.warning(warning.words(), warning.exact())));
        List<Line> lines = words.lines();
        if (!lines.isEmpty()) {
            nodes.add(table(lines));
        }
        List<String> caveats = words.caveats();
        if (!caveats.isEmpty()) {
            nodes.add(caveats(caveats));
        }
        return nodes;
    }

    private static Node table(List<Line> lines) {
        GridPane table = new GridPane(24, 12);
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(names, values);
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            Label name = label(line.name(), "muted");
            Node value = value(line.words(), line.exact());
            name.setLabelFor(value);
            GridPane.setValignment(name, VPos.TOP);
            table.addRow(row, name, value);
        }
        return table;
    }

    private Node caveats(List<String> sentences) {
        VBox caveats = new VBox(4, label(words.caveatsTitle(), "muted"));
        sentences.forEach(sentence -> caveats.getChildren().add(label("• " + sentence, "exact")));
        return caveats;
    }

    private static Node value(String words, String exact) {
        VBox value = new VBox(2, label(words, "strong"));
        if (!exact.isBlank()) {
            value.getChildren().add(label(exact, "exact"));
        }
        value.setAccessibleText(words + " " + exact);
        return value;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
