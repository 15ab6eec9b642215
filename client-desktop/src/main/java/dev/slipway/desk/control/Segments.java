package dev.slipway.desk.control;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice of one among few, all in sight, as buttons side by side that grow together. Arrow keys move in it. */
public final class Segments<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;

    /** @param name what is chosen, for a screen reader */
    public Segments(
            ObjectProperty<T> chosen,
            T[] choices,
            Function<T, ObservableValue<String>> words,
            ObservableValue<String> name) {
        this.chosen = chosen;
        getStyleClass().add("segments");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setMaxWidth(USE_PREF_SIZE);
        accessibleTextProperty().bind(name);
        for (int i = 0; i < choices.length; i++) {
            getChildren().add(button(choices[i], words.apply(choices[i])));
        }
        chosen.subscribe(this::show);
        group.selectedToggleProperty().subscribe(selected -> {
            if (selected == null) {
                // A second press on the chosen one leaves it chosen.
                show(chosen.get());
            }
        });
    }

    private ToggleButton button(T choice, ObservableValue<String> words) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(words);
        button.setToggleGroup(group);
        button.setUserData(choice);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);

        button.setOnAction(event -> chosen.set(choice));
        return button;
    }

    private void show(T value) {
        group.getToggles().stream()
                .filter(toggle -> value.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
