package dev.slipway.desk.settings;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Segments;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.theme.Appearance;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The page where a person chooses language and brightness. */
public final class SettingsPage extends VBox {
    private static final double WIDTH = 640;

    public SettingsPage(SettingsModel model) {
        Texts texts = model.texts();
        getStyleClass().add("page");
        VBox card = new VBox(
                row(
                        texts.of("settings.language"),
                        texts.of("settings.language.hint"),
                        new Segments<>(
                                texts.language(),
                                Language.values(),
                                language -> new ReadOnlyStringWrapper(language.ownName()),
                                texts.of("settings.language"))),
                row(
                        texts.of("settings.appearance"),
                        texts.of("settings.appearance.hint"),
                        new Segments<>(
                                model.appearance(),
                                Appearance.values(),
                                appearance -> texts.of("settings.appearance."
                                        + appearance.name().toLowerCase(Locale.ROOT)),
                                texts.of("settings.appearance"))));
        card.getStyleClass().add("card");
        card.setSpacing(32);
        card.setMaxWidth(WIDTH);
        getChildren().addAll(Labels.of(texts.of("settings.title"), "page-title"), card);
    }

    private static Node row(ObservableValue<String> name, ObservableValue<String> hint, Node choice) {
        VBox row = new VBox(Labels.of(name, "field-label"), Labels.wrapped(hint, "exact"), choice);
        row.getStyleClass().add("setting-row");
        return row;
    }
}
