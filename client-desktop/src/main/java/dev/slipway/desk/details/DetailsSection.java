package dev.slipway.desk.details;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import dev.slipway.model.publication.FormRules;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where the words are typed; what is wrong stands beside its field while it is typed. */
public final class DetailsSection extends VBox {
    private static final String WRONG = "wrong";

    private final DetailsModel model;
    private final Texts texts;

    public DetailsSection(DetailsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("section");
        setSpacing(24);
        getChildren()
                .addAll(
                        new VBox(
                                4,
                                Labels.of(texts.of("section.details"), "section-title"),
                                Labels.wrapped(texts.of("details.kept"), "exact")),
                        title(),
                        description(),
                        field(
                                texts.of("details.hashtags"),
                                texts.of("details.hashtags.hint"),
                                new HashtagField(model, texts)));
    }

    private Node title() {
        TextField field = new TextField();
        field.setId("title");
        return text(field, model.title(), "title", FormRules.MAX_TITLE);
    }

    private Node description() {
        TextArea field = new TextArea();
        field.setId("description");
        field.setWrapText(true);
        field.setPrefRowCount(7);
        return text(field, model.description(), "description", FormRules.MAX_DESCRIPTION);
    }

    private Node text(TextInputControl field, StringProperty value, String name, int most) {
        field.textProperty().bindBidirectional(value);
        field.promptTextProperty().bind(texts.of("details." + name + ".prompt"));
        field.accessibleTextProperty().bind(texts.of("details." + name));
        FormWords words = new FormWords(texts);
        // An empty field is not scolded: the section's own mark says that something is missing.
        BooleanBinding wrong = Bindings.createBooleanBinding(
                () -> !value.get().isEmpty() && model.violation(name).isPresent(), model.violations(), value);
        wrong.subscribe(now -> mark(field, now));
        StringBinding refusal = texts.following(
                () -> !wrong.get()
                        ? ""
                        : name.equals("title") ? words.title(value.get()) : words.description(value.get()),
                wrong,
                value);
        field.accessibleHelpProperty().bind(refusal);
        Label said = Labels.wrapped(refusal, "wrong-words");
        StringBinding count = Bindings.createStringBinding(() -> FormWords.length(value.get()) + " / " + most, value);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox whole = field(texts.of("details." + name), texts.of("details." + name + ".hint"), field);
        whole.getChildren().add(new HBox(8, said, gap, Labels.of(count, "exact")));
        return whole;
    }

    private static void mark(Node field, boolean wrong) {
        field.getStyleClass().remove(WRONG);
        if (wrong) {
            field.getStyleClass().add(WRONG);
        }
    }

    private static VBox field(ObservableValue<String> name, ObservableValue<String> hint, Node control) {
        return new VBox(6, Labels.of(name, "field-label"), Labels.wrapped(hint, "exact"), control);
    }
}
