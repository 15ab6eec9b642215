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
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The page where a person chooses language, brightness and how the wallet behaves. */
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
        getChildren().addAll(Labels.of(texts.of("settings.title"), "page-title"), dressed(card), wallet(model));
    }

    private static Node wallet(SettingsModel model) {
        Texts texts = model.texts();
        TextField node = new TextField();
        node.setId("settings-node");
        node.textProperty().bindBidirectional(model.chainNode());
        node.promptTextProperty().bind(texts.of("settings.node.prompt"));
        node.accessibleTextProperty().bind(texts.of("settings.node"));
        return dressed(new VBox(
                row(
                        texts.of("settings.auto-lock"),
                        texts.of("settings.auto-lock.hint"),
                        new Segments<>(
                                model.autoLock(),
                                AutoLock.values(),
                                time -> texts.following(
                                        () -> texts.plural("settings.auto-lock.minutes", time.minutes())),
                                texts.of("settings.auto-lock"))),
                row(texts.of("settings.node"), texts.of("settings.node.hint"), node)));
    }

    private static VBox dressed(VBox card) {
        card.getStyleClass().add("card");
        card.setSpacing(32);
        card.setMaxWidth(WIDTH);
        return card;
    }

    private static Node row(ObservableValue<String> name, ObservableValue<String> hint, Node choice) {
        VBox row = new VBox(Labels.of(name, "field-label"), Labels.wrapped(hint, "exact"), choice);
        row.getStyleClass().add("setting-row");
        return row;
    }
}
