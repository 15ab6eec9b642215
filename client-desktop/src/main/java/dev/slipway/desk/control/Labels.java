package dev.slipway.desk.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Labels that follow a text. */
public final class Labels {
    private Labels() {}

    /** @param style class of the stylesheets, such as {@code page-title} */
    public static Label of(ObservableValue<String> text, String style) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add(style);
        return label;
    }

    /** Of as many lines as the text needs. */
    public static Label wrapped(ObservableValue<String> text, String style) {
        Label label = of(text, style);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }
}
