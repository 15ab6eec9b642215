package dev.slipway.desk.prepare.making;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Files with what they are for and how large. */
final class FileTable extends GridPane {
    FileTable(List<PrepareWords.Row> rows) {
        getStyleClass().add("file-table");
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints exact = new ColumnConstraints();
        exact.setHgrow(Priority.ALWAYS);
        ColumnConstraints sizes = new ColumnConstraints();
        sizes.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, exact, sizes);
        for (int row = 0; row < rows.size(); row++) {
            PrepareWords.Row file = rows.get(row);
            addRow(row, label(file.name(), "file-name"), label(file.exact(), "exact"), label(file.size(), "file-size"));
        }
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
