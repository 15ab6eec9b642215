package dev.slipway.desk.control;

import dev.slipway.desk.language.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A value in full, over as many lines as it needs, and a button that copies it. */
public final class CopiedValue extends HBox {
    /** @param name what it is, for the button */
    public CopiedValue(String name, String value, Texts texts) {
        super(8);
        Label shown = new Label(value);
        shown.setWrapText(true);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.getStyleClass().add("copied-value");
        HBox.setHgrow(shown, Priority.ALWAYS);
        FontIcon icon = new FontIcon(Feather.COPY);
        Button copy = Buttons.sign(texts.of("copy.value", name), Feather.COPY, () -> {
            copy(value);
            icon.setIconCode(Feather.CHECK);
        });
        copy.setGraphic(icon);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(shown, copy);
    }

    private static void copy(String value) {
        ClipboardContent content = new ClipboardContent();
        content.putString(value);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
