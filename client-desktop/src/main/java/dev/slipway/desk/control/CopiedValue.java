package dev.slipway.desk.control;

import dev.slipway.desk.language.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

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
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(shown, Buttons.copy(texts.of("copy.value", name), () -> value));
    }
}
