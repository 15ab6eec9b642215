package dev.slipway.desk.details;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.publication.FormRules;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Who can watch. What the server does not grant is there too, with the reason why it cannot be chosen. */
final class AccessField extends VBox {
    private final DetailsModel model;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final StringBinding refusal;

    AccessField(DetailsModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        setId("access");
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(texts.of("details.access"));
        refusal = texts.following(this::refusal, model.violations(), model.accessLevel());
        Label wrong = Labels.wrapped(refusal, "wrong-words");
        wrong.setId("access-wrong");
        wrong.visibleProperty().bind(refusal.isNotEmpty());
        wrong.managedProperty().bind(refusal.isNotEmpty());
        getChildren()
                .addAll(new VBox(
                        6,
                        Labels.of(texts.of("details.access"), "field-label"),
                        Labels.wrapped(texts.of("details.access.hint"), "exact")));
        for (AccessLevel level : AccessLevel.values()) {
            getChildren().add(choice(level));
        }
        getChildren().add(wrong);
        // By arrow keys too, which choose without pressing.
        group.selectedToggleProperty().subscribe(selected -> {
            if (selected != null) {
                model.accessLevel().set((AccessLevel) selected.getUserData());
            }
        });
    }

    private Node choice(AccessLevel level) {
        RadioButton button = new RadioButton();
        button.setId("access-" + level.text());
        button.setUserData(level);
        button.setToggleGroup(group);
        button.setSelected(level == model.accessLevel().get());
        button.textProperty().bind(texts.of("details.access." + level.text()));
        BooleanBinding refused = Bindings.createBooleanBinding(
                () -> !isGranted(level), model.house().accessLevels());
        button.disableProperty().bind(refused);
        Label meaning = Labels.wrapped(
                texts.following(
                        () -> refused.get()
                                ? texts.get(
                                        "details.access.refused", model.house().server())
                                : texts.get("details.access." + level.text() + ".meaning"),
                        refused),
                "exact");
        meaning.getStyleClass().add("choice-meaning");
        meaning.setId("access-" + level.text() + "-meaning");
        button.accessibleTextProperty()
                .bind(texts.following(
                        () -> button.getText() + ". " + meaning.getText(),
                        button.textProperty(),
                        meaning.textProperty()));
        button.accessibleHelpProperty().bind(refusal);
        return new VBox(2, button, meaning);
    }

    private boolean isGranted(AccessLevel level) {
        return model.house().accessLevels().get().contains(level);
    }

    private String refusal() {
        return model.violation(FormRules.ACCESS_LEVEL).isEmpty()
                ? ""
                : texts.get(
                        "details.access.wrong",
                        model.house().server(),
                        texts.get("details.access." + model.accessLevel().get().text()));
    }
}
