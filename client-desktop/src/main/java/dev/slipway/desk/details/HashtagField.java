package dev.slipway.desk.details;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
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
    private final FlowPane offered = new FlowPane(8, 8);
    private final ListChangeListener<String> refill = change -> fill();
    private final ListChangeListener<String> offer = change -> offer();

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
        entry.textProperty().addListener((observable, before, now) -> {
            refusal.set("");
            suggest();
        });
        entry.focusedProperty().addListener((observable, before, now) -> {
            if (now) {
                suggest();
            } else if (!isChoosing()) {
                take();
                offered.getChildren().clear();
            }
        });
        StringBinding said = texts.following(this::said, refusal, model.violations());
        entry.accessibleHelpProperty().bind(said);
        Label wrong = Labels.wrapped(said, "wrong-words");
        wrong.visibleProperty().bind(said.isNotEmpty());
        wrong.managedProperty().bind(said.isNotEmpty());
        chips.managedProperty().bind(Bindings.isNotEmpty(chips.getChildren()));
        model.hashtags().addListener(new WeakListChangeListener<>(refill));
        fill();
        model.suggestions().shown().addListener(new WeakListChangeListener<>(offer));
        offered.managedProperty().bind(Bindings.isNotEmpty(offered.getChildren()));
        getChildren().addAll(chips, entry, offered, wrong);
    }

    /** Of what is being typed, or else of the chips. */
    private String said() {
        return refusal.get().isEmpty()
                ? model.bannedWord("hashtags")
                        .map(hit -> texts.get("details.banned", hit.written()))
                        .orElse("")
                : refusal.get();
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

    private void suggest() {
        model.suggestions().typed(entry.getText(), model.hashtags());
    }

    private void offer() {
        offered.getChildren()
                .setAll(model.suggestions().shown().stream().map(this::offer).toList());
    }

    private Button offer(String hashtag) {
        Button chip = new Button("#" + hashtag, new FontIcon(Feather.PLUS));
        chip.getStyleClass().setAll("chip", "offered");
        chip.accessibleTextProperty().bind(texts.of("details.hashtags.add", hashtag));
        chip.setOnAction(event -> {
            entry.clear();
            model.addHashtags(hashtag);
            entry.requestFocus();
            suggest();
        });
        return chip;
    }

    /** On the way from the entry to one that is offered what is typed is not meant as it stands. */
    private boolean isChoosing() {
        return getScene() != null
                && getScene().getFocusOwner() != null
                && getScene().getFocusOwner().getStyleClass().contains("offered");
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
