package dev.slipway.desk.wallet.page;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The words of a new wallet: first to be written down, then some of them to be given back. */
final class BackupForm {
    private static final int COLUMNS = 3;

    private final WalletModel model;
    private final Texts texts;

    BackupForm(WalletModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node words(WalletState.WritingDown shown) {
        List<String> words = shown.backup().words();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("phrase");
        for (int i = 0; i < words.size(); i++) {
            grid.add(word(i, words.get(i)), i % COLUMNS, i / COLUMNS);
        }
        Button written = Buttons.primary(texts.of("wallet.backup.written"), Feather.ARROW_RIGHT, model::written);
        written.setId("wallet-written");
        VBox heading = new VBox(
                6,
                Labels.of(texts.of("wallet.backup"), "section-title"),
                Labels.wrapped(texts.of("wallet.backup.hint"), "muted"));
        if (shown.afterWrongOnes()) {
            Label compare = Labels.wrapped(texts.of("wallet.backup.compare"), "wrong-words");
            compare.setId("wallet-words-compare");
            heading.getChildren().add(compare);
        }
        return new VBox(
                24,
                heading,
                grid,
                Labels.wrapped(texts.of("wallet.backup.warning"), "strong"),
                line(written, cancel()));
    }

    private static Node word(int index, String word) {
        Label number = new Label(String.valueOf(index + 1));
        number.getStyleClass().addAll("muted", "phrase-number");
        Label text = new Label(word);
        text.getStyleClass().add("strong");
        HBox cell = new HBox(8, number, text);
        cell.getStyleClass().add("phrase-word");
        // Read one by one by a screen reader.
        cell.setFocusTraversable(true);
        cell.setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
        cell.setAccessibleText((index + 1) + " " + word);
        return cell;
    }

    Node questions(Backup backup) {
        List<TextField> fields = new ArrayList<>();
        HBox line = new HBox(16);
        for (int index : backup.asked()) {
            TextField field = new TextField();
            field.setId("wallet-word-" + fields.size());
            field.accessibleTextProperty().bind(texts.of("wallet.backup.word", String.valueOf(index + 1)));
            line.getChildren()
                    .add(new VBox(
                            6,
                            Labels.of(texts.of("wallet.backup.word", String.valueOf(index + 1)), "field-label"),
                            field));
            fields.add(field);
        }
        Labelled.first(fields.getFirst());
        BooleanProperty wrong = new SimpleBooleanProperty();
        Runnable confirm = () ->
                wrong.set(!model.confirm(fields.stream().map(TextField::getText).toList()));
        fields.forEach(field -> {
            field.setOnAction(event -> confirm.run());
            field.textProperty().subscribe(typed -> wrong.set(false));
        });
        Label said = Labels.wrapped(
                texts.following(() -> wrong.get() ? texts.get("wallet.backup.wrong") : "", wrong), "wrong-words");
        said.setId("wallet-words-wrong");
        said.managedProperty().bind(wrong);
        Button save = Buttons.primary(texts.of("wallet.backup.save"), Feather.CHECK, confirm);
        save.setId("wallet-save");
        return new VBox(
                24,
                new VBox(
                        6,
                        Labels.of(texts.of("wallet.backup.questions"), "section-title"),
                        Labels.wrapped(texts.of("wallet.backup.questions.hint"), "muted")),
                new VBox(6, line, said),
                line(
                        save,
                        Buttons.plain(texts.of("wallet.backup.again"), Feather.ARROW_LEFT, model::showWords),
                        cancel()));
    }

    /** In a second row where the first has no room: some languages take more of it. */
    private static FlowPane line(Node... nodes) {
        FlowPane line = new FlowPane(12, 8, nodes);
        line.getStyleClass().add("line");
        return line;
    }

    private Button cancel() {
        Button cancel = Buttons.plain(texts.of("wallet.backup.cancel"), Feather.X, model::lock);
        cancel.getStyleClass().add("quiet");
        return cancel;
    }
}
