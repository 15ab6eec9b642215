package dev.slipway.desk.prepare.making;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Segments;
import dev.slipway.desk.control.ValueSlider;
import dev.slipway.desk.language.Texts;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** Whether and how the video is protected against recognition by machines. */
final class ProtectionFields extends VBox {

    ProtectionFields(Wishes wishes, Texts texts) {
        super(12);
        CheckBox protect = new CheckBox();
        protect.textProperty().bind(texts.of("prepare.protect"));
        protect.setWrapText(true);
        protect.selectedProperty().bindBidirectional(wishes.protect());
        VBox settings = new VBox(
                12,
                new ValueSlider(
                        wishes.epsilon(),
                        Protection.LEAST_EPSILON,
                        Protection.MOST_EPSILON,
                        0.01,
                        texts.of("prepare.epsilon"),
                        value -> texts.amounts().number("%.2f", value)),
                new ValueSlider(
                        wishes.strength(),
                        Protection.LEAST_STRENGTH,
                        Protection.MOST_STRENGTH,
                        0.1,
                        texts.of("prepare.strength"),
                        value -> texts.amounts().number("%.1f", value)),
                new ValueSlider(
                        wishes.everyNFrames(),
                        1,
                        Protection.MOST_FRAMES,
                        1,
                        texts.of("prepare.every"),
                        value -> texts.plural("prepare.every.frames", Math.round(value))),
                new VBox(
                        6,
                        Labels.of(texts.of("prepare.audio-level"), "muted"),
                        new Segments<>(
                                wishes.audioLevel(),
                                AudioLevel.values(),
                                level -> texts.of("prepare.audio-level." + level.text()),
                                texts.of("prepare.audio-level"))));
        settings.visibleProperty().bind(wishes.protect());
        settings.managedProperty().bind(wishes.protect());
        getChildren().addAll(protect, Labels.wrapped(texts.of("prepare.protect.hint"), "exact"), settings);
    }
}
