package dev.slipway.desk.wallet.page;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** A field with its name and a hint above it; the name is what a screen reader says too. */
final class Labelled extends VBox {

    /** @param key of the name in the texts; its hint is the key with {@code .hint} */
    Labelled(Texts texts, String key, TextInputControl field) {
        super(6);
        getChildren().add(Labels.of(texts.of(key), "field-label"));
        if (texts.has(key + ".hint")) {
            getChildren().add(Labels.wrapped(texts.of(key + ".hint"), "exact"));
            field.accessibleHelpProperty().bind(texts.of(key + ".hint"));
        }
        field.accessibleTextProperty().bind(texts.of(key));
        getChildren().add(field);
    }

    /** The keyboard goes there as soon as the field is on the screen. */
    static <T extends TextInputControl> T first(T field) {
        field.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(field::requestFocus);
            }
        });
        return field;
    }
}
