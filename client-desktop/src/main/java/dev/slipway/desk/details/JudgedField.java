package dev.slipway.desk.details;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import dev.slipway.model.text.PlainText;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field of the form with its name above it, and what is wrong and how long it is below, while it is typed. */
final class JudgedField extends VBox {
    private static final String WRONG = "wrong";

    /**
     * What the field is.
     *
     * @param key of its texts, such as {@code details.title}
     * @param name as violations have it, such as {@code profile.url}
     * @param most of its letters
     * @param refusal says of a text what is wrong with it
     */
    record Kind(String key, String name, int most, UnaryOperator<String> refusal) {}

    JudgedField(TextInputControl field, StringProperty value, Kind kind, DetailsModel model, Texts texts) {
        super(6);
        field.setId(kind.name().replace(".", "-"));
        field.textProperty().bindBidirectional(value);
        field.promptTextProperty().bind(texts.of(kind.key() + ".prompt"));
        field.accessibleTextProperty().bind(texts.of(kind.key()));
        // An empty field is not scolded: the section's own mark says that something is missing.
        BooleanBinding wrong = Bindings.createBooleanBinding(
                () -> !value.get().isEmpty() && model.violation(kind.name()).isPresent(), model.violations(), value);
        wrong.subscribe(now -> mark(field, now));
        StringBinding refusal = texts.following(
                () -> wrong.get() ? said(value.get(), kind, model, texts) : "", wrong, value, model.violations());
        field.accessibleHelpProperty().bind(refusal);
        Label said = Labels.wrapped(refusal, "wrong-words");
        StringBinding count =
                Bindings.createStringBinding(() -> PlainText.length(value.get()) + " / " + kind.most(), value);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Labels.of(texts.of(kind.key()), "field-label"),
                        Labels.wrapped(texts.of(kind.key() + ".hint"), "exact"),
                        field,
                        new HBox(8, said, gap, Labels.of(count, "exact")));
    }

    private static String said(String text, Kind kind, DetailsModel model, Texts texts) {
        return model.bannedWord(kind.name())
                .map(hit -> texts.get("details.banned", hit.written()))
                .orElseGet(() -> kind.refusal().apply(text));
    }

    private static void mark(Node field, boolean wrong) {
        field.getStyleClass().remove(WRONG);
        if (wrong) {
            field.getStyleClass().add(WRONG);
        }
    }
}
