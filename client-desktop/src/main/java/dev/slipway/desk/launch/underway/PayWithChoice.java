package dev.slipway.desk.launch.underway;

import dev.slipway.desk.language.Texts;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Which wallet it is paid with. */
final class PayWithChoice extends VBox {
    PayWithChoice(ObjectProperty<PayWith> chosen, Texts texts) {
        super(8);
        ToggleGroup group = new ToggleGroup();
        for (PayWith each : PayWith.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            RadioButton button = new RadioButton();
            button.setId("pay-with-" + name);
            button.textProperty().bind(texts.of("pay.with." + name));
            button.setToggleGroup(group);
            button.setSelected(each == chosen.get());
            button.setOnAction(pressed -> chosen.set(each));
            getChildren().add(button);
        }
    }
}
