package dev.slipway.desk.details;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.LinesField;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.profile.PictureChooser;
import dev.slipway.model.publication.FormRules;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Where the words are typed; what is wrong stands beside its field while it is typed. */
public final class DetailsSection extends VBox {
    private static final int LINES = 7;

    private final DetailsModel model;
    private final Texts texts;
    private final FormWords words;

    public DetailsSection(DetailsModel model, Texts texts, PictureChooser chooser) {
        super(24);
        this.model = model;
        this.texts = texts;
        this.words = new FormWords(texts);
        getStyleClass().add("section");
        model.look();
        getChildren()
                .addAll(
                        new VBox(
                                4,
                                Labels.of(texts.of("section.details"), "section-title"),
                                Labels.wrapped(kept(), "exact")),
                        title(),
                        description(),
                        new VBox(
                                6,
                                Labels.of(texts.of("details.hashtags"), "field-label"),
                                Labels.wrapped(texts.of("details.hashtags.hint"), "exact"),
                                new HashtagField(model, texts)),
                        new AccessField(model, texts),
                        new ProfileFields(model, texts, chooser));
    }

    private ObservableValue<String> kept() {
        return texts.following(
                () -> texts.get(model.unkept().get() ? "details.unkept" : "details.kept"), model.unkept());
    }

    private Node title() {
        JudgedField.Kind kind = new JudgedField.Kind("details.title", "title", FormRules.MAX_TITLE, words::title);
        return new JudgedField(new TextField(), model.title(), kind, model, texts);
    }

    private Node description() {
        LinesField field = new LinesField(LINES);
        JudgedField.Kind kind = new JudgedField.Kind(
                "details.description",
                "description",
                FormRules.MAX_DESCRIPTION,
                text -> words.text(text, FormRules.MAX_DESCRIPTION));
        return new JudgedField(field, model.description(), kind, model, texts);
    }
}
