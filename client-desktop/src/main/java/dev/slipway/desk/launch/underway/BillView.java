package dev.slipway.desk.launch.underway;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.CopiedValue;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.language.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is about to be signed and paid, in full, and the two answers. */
final class BillView extends VBox {
    BillView(Question question, LaunchModel model, Texts texts) {
        super(16);
        getStyleClass().add("bill");
        TitledPane message = new TitledPane(
                texts.get("pay.message"),
                new VBox(
                        12,
                        Labels.wrapped(texts.of("pay.message.explained"), "exact"),
                        table(model.words().message(question), texts)));
        message.setExpanded(false);
        message.setId("bill-message");
        Button agree = Buttons.primary(
                question.payment() == null
                        ? texts.of("pay.sign")
                        : texts.of("pay.agree", Money.of(question.terms()).text(question.amount())),
                Feather.CHECK,
                () -> model.answer(LaunchModel.Answer.AGREED));
        agree.setId("pay-agree");
        Button not = Buttons.plain(texts.of("pay.not-now"), Feather.X, () -> model.answer(LaunchModel.Answer.NOT_NOW));
        not.setId("pay-not-now");
        HBox answers = new HBox(12, agree, not);
        answers.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Labels.wrapped(
                                texts.of(
                                        question.payment() == null ? "pay.signing.explained" : "pay.asking.explained",
                                        question.message().audience()),
                                "strong"),
                        table(model.words().bill(question), texts),
                        message,
                        answers);
    }

    private static GridPane table(List<LaunchWords.Row> rows, Texts texts) {
        GridPane table = new GridPane();
        table.getStyleClass().add("bill-table");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(new ColumnConstraints(150), values);
        for (int row = 0; row < rows.size(); row++) {
            LaunchWords.Row line = rows.get(row);
            CopiedValue value = new CopiedValue(line.name(), line.value(), texts);
            javafx.scene.control.Label name = new javafx.scene.control.Label(line.name());
            name.getStyleClass().add("exact");
            table.addRow(row, name, value);
        }
        return table;
    }
}
