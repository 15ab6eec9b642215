package dev.slipway.desk.details;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Hashtags as chips: Enter, a space or a comma takes what is typed; Backspace in an empty field takes the last one back. */
final class HashtagField extends VBox {
    private final DetailsModel model;
    private final Texts texts;
    private final FlowPane chips = new FlowPane(8, 8);
    private final TextField entry = new TextField();
    private final StringProperty refusal = new SimpleStringProperty("");
    private final ListChangeListener<String> refill = change -> fill();

    HashtagField(DetailsModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        entry.setId("hashtag-entry");
        entry.promptTextProperty().bind(texts.of("details.hashtags.prompt"));
        entry.accessibleTextProperty().bind(texts.of("details.hashtags"));
        entry.setOnAction(event -> take());
        entry.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        entry.setOnKeyPressed(this::pressed);
        entry.textProperty().addListener((observable, before, now) -> refusal.set(""));
        entry.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                take();
            }
        });
        Label wrong = Labels.wrapped(refusal, "wrong-words");
        wrong.visibleProperty().bind(refusal.isNotEmpty());
        wrong.managedProperty().bind(refusal.isNotEmpty());
        chips.managedProperty().bind(Bindings.isNotEmpty(chips.getChildren()));
        model.hashtags().addListener(new WeakListChangeListener<>(refill));
        fill();
        getChildren().addAll(chips, entry, wrong);
    }

    private void typed(KeyEvent event) {
        if (event.getCharacter().equals(" ") || event.getCharacter().equals(",")) {
            event.consume();
            take();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.BACK_SPACE
                && entry.getText().isEmpty()
                && !model.hashtags().isEmpty()) {
            model.removeHashtag(model.hashtags().getLast());
        }
    }

    private void take() {
        String words = entry.getText();
        if (words.isBlank()) {
            return;
        }
        if (model.addHashtags(words).isPresent()) {
            refusal.set(new FormWords(texts).hashtags(words, model.hashtags()));
        } else {
            entry.clear();
        }
    }

    private void fill() {
        chips.getChildren().setAll(model.hashtags().stream().map(this::chip).toList());
    }

    private Button chip(String hashtag) {
        Button chip = new Button("#" + hashtag, new FontIcon(Feather.X));
        chip.getStyleClass().setAll("chip");
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.accessibleTextProperty().bind(texts.of("details.hashtags.remove", hashtag));
        chip.setOnAction(event -> model.removeHashtag(hashtag));
        return chip;
    }
}
