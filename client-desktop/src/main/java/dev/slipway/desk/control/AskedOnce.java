package dev.slipway.desk.control;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A destructive act that asks once, in its own place: what will be gone, then yes or no. */
public final class AskedOnce extends HBox {
    private final Button act;
    private final Label question;
    private final Button yes;
    private final Button no;

    /**
     * What is written on it.
     *
     * @param act the verb
     * @param question what will be gone
     * @param no what keeps it
     */
    public record Words(ObservableValue<String> act, ObservableValue<String> question, ObservableValue<String> no) {}

    public AskedOnce(Words words, Ikon icon, Runnable action) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        act = Buttons.plain(words.act(), icon, this::ask);
        act.getStyleClass().addAll("quiet", "danger");
        question = Labels.wrapped(words.question(), "strong");
        yes = Buttons.plain(words.act(), icon, () -> {
            rest();
            action.run();
        });
        yes.getStyleClass().add("danger");
        no = Buttons.plain(words.no(), Feather.CORNER_UP_LEFT, this::rest);
        // Where there is little room the question takes more lines, and the answers stay whole.
        List.of(act, yes, no).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        rest();
    }

    private void ask() {
        getChildren().setAll(question, yes, no);
        no.requestFocus();
    }

    private void rest() {
        getChildren().setAll(act);
    }
}
