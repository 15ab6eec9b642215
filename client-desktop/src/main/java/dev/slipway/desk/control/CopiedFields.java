package dev.slipway.desk.control;

import dev.slipway.desk.language.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Values that are to be used in another program, one below the other. */
public final class CopiedFields extends VBox {
    public CopiedFields(List<Field> fields, Texts texts) {
        super(12);
        fields.forEach(field -> getChildren().add(row(field, texts)));
    }

    /**
     * A value.
     *
     * @param id of its place, after {@code copied-}
     * @param name what it is
     * @param value exactly what is copied
     */
    public record Field(String id, String name, String value) {}

    private static VBox row(Field field, Texts texts) {
        Label name = new Label(field.name());
        name.getStyleClass().add("exact");
        VBox row = new VBox(name, new CopiedValue(field.name(), field.value(), texts));
        row.setId("copied-" + field.id());
        return row;
    }
}
