package dev.slipway.desk.prepare.making;

import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Segments;
import dev.slipway.desk.control.ValueSlider;
import dev.slipway.desk.language.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** How good, how fast, for whom, and by what. */
final class RecipeFields extends VBox {
    private final PrepareModel model;
    private final Texts texts;

    RecipeFields(PrepareModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        Wishes wishes = model.wishes();
        CheckBox compatible = box("prepare.compatible");
        compatible.selectedProperty().bindBidirectional(wishes.compatible());
        CheckBox aimed = box("prepare.aimed");
        aimed.selectedProperty().bindBidirectional(wishes.aimed());
        ValueSlider decibels = new ValueSlider(
                wishes.decibels(),
                Wishes.LEAST_DECIBELS,
                Wishes.MOST_DECIBELS,
                1,
                texts.of("prepare.decibels"),
                value -> texts.get("unit.decibel", texts.amounts().number("%.0f", value)));
        decibels.visibleProperty().bind(wishes.aimed());
        decibels.managedProperty().bind(wishes.aimed());
        getChildren().addAll(recipe(), compatible, new VBox(8, aimed, decibels), encoder());
    }

    private Node recipe() {
        Wishes wishes = model.wishes();
        return new VBox(
                6,
                Labels.of(texts.of("prepare.recipe"), "field-label"),
                new Segments<>(
                        wishes.recipe(),
                        Wishes.RECIPES.toArray(String[]::new),
                        recipe -> texts.of("prepare.recipe." + recipe),
                        texts.of("prepare.recipe")),
                Labels.wrapped(
                        texts.following(
                                () -> texts.get(
                                        "prepare.recipe." + wishes.recipe().get() + ".hint"),
                                wishes.recipe()),
                        "exact"));
    }

    /** Made anew in another language: a box keeps the words that it shows. */
    private Node encoder() {
        return new VBox(
                6,
                Labels.of(texts.of("prepare.encoder"), "field-label"),
                new Following(
                        () -> List.of(encoders()),
                        texts.language(),
                        model.words().encoderChanges()),
                Labels.wrapped(model.words().encoderInUse(), "exact"));
    }

    private ComboBox<String> encoders() {
        ComboBox<String> choice =
                new ComboBox<>(FXCollections.observableArrayList(model.words().encoders()));
        choice.setConverter(names());
        choice.valueProperty().bindBidirectional(model.wishes().encoder());
        choice.accessibleTextProperty().bind(texts.of("prepare.encoder"));
        return choice;
    }

    private StringConverter<String> names() {
        return new StringConverter<>() {
            @Override
            public String toString(String encoder) {
                String key = "prepare.encoder." + encoder;
                return texts.has(key) ? texts.get(key) : encoder;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }

    private CheckBox box(String key) {
        CheckBox box = new CheckBox();
        box.textProperty().bind(texts.of(key));
        box.setWrapText(true);
        return box;
    }
}
