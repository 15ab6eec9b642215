package dev.slipway.desk.control;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons with a verb on them. */
public final class Buttons {
    private Buttons() {}

    /** The one strong action of a place. */
    public static Button primary(ObservableValue<String> text, Ikon icon, Runnable action) {
        Button button = plain(text, icon, action);
        button.getStyleClass().add("primary");
        return button;
    }

    public static Button plain(ObservableValue<String> text, Ikon icon, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.textProperty().bind(text);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A sign that puts what it gets into the clipboard, and then shows that it did. */
    public static Button copy(ObservableValue<String> text, Supplier<String> value) {
        FontIcon icon = new FontIcon(Feather.COPY);
        Button copy = sign(text, Feather.COPY, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(value.get());
            Clipboard.getSystemClipboard().setContent(content);
            icon.setIconCode(Feather.CHECK);
        });
        copy.setGraphic(icon);
        return copy;
    }

    /** A button that is only a sign; the text is what a screen reader says and what is shown on hover. */
    public static Button sign(ObservableValue<String> text, Ikon icon, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("quiet");
        button.accessibleTextProperty().bind(text);
        javafx.scene.control.Tooltip tooltip = new javafx.scene.control.Tooltip();
        tooltip.textProperty().bind(text);
        button.setTooltip(tooltip);
        button.setOnAction(event -> action.run());
        return button;
    }
}
