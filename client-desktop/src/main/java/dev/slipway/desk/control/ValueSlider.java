package dev.slipway.desk.control;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** A slider with its name and its value in words. It tells its value when the hand is off it. */
public final class ValueSlider extends HBox {
    private static final double NAME_WIDTH = 240;

    /** @param step of the arrow keys and of the value */
    public ValueSlider(
            DoubleProperty value,
            double least,
            double most,
            double step,
            ObservableValue<String> name,
            Function<Double, String> words) {
        super(16);
        setAlignment(Pos.CENTER_LEFT);
        Slider slider = new Slider(least, most, value.get());
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setPrefWidth(240);
        slider.accessibleTextProperty().bind(name);
        slider.valueProperty().addListener((observable, before, now) -> {
            if (!slider.isValueChanging()) {
                value.set(now.doubleValue());
            }
        });
        slider.valueChangingProperty().addListener((observable, before, changing) -> {
            if (!changing) {
                value.set(slider.getValue());
            }
        });
        Label shown = new Label();
        shown.textProperty()
                .bind(Bindings.createStringBinding(() -> words.apply(slider.getValue()), slider.valueProperty(), name));
        shown.getStyleClass().add("strong");
        Label named = Labels.of(name, "muted");
        named.setMinWidth(NAME_WIDTH);
        getChildren().addAll(named, slider, shown);
    }
}
