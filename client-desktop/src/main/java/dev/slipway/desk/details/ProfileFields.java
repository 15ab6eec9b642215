package dev.slipway.desk.details;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.LinesField;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.profile.AvatarField;
import dev.slipway.desk.profile.PictureChooser;
import dev.slipway.desk.profile.ProfileModel;
import dev.slipway.model.profile.ProfileRules;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Who the creator is to viewers; the same for every publication that is not signed yet, or nothing at all. */
final class ProfileFields extends VBox {
    private static final int LINES = 3;

    private final DetailsModel model;
    private final ProfileModel profile;
    private final Texts texts;
    private final FormWords words;

    ProfileFields(DetailsModel model, Texts texts, PictureChooser chooser) {
        super(16);
        this.model = model;
        this.profile = model.author().profile();
        this.texts = texts;
        this.words = new FormWords(texts);
        VBox named = new VBox(
                24,
                new VBox(
                        6,
                        Labels.of(texts.of("profile.avatar"), "field-label"),
                        new AvatarField(model.author().avatar(), texts, chooser)),
                name(),
                url(),
                activityHobbies());
        named.visibleProperty().bind(model.incognito().not());
        named.managedProperty().bind(model.incognito().not());
        getChildren()
                .addAll(
                        new VBox(
                                4,
                                Labels.of(texts.of("profile.title"), "section-title"),
                                Labels.wrapped(texts.of("profile.hint"), "exact")),
                        incognito(),
                        named);
    }

    private Node incognito() {
        CheckBox box = new CheckBox();
        box.setId("incognito");
        box.textProperty().bind(texts.of("profile.incognito"));
        box.selectedProperty().bindBidirectional(model.incognito());
        Label meaning = Labels.wrapped(
                texts.following(
                        () -> texts.get(
                                model.incognito().get() ? "profile.incognito.meaning" : "profile.incognito.hint"),
                        model.incognito()),
                "exact");
        box.accessibleHelpProperty().bind(meaning.textProperty());
        return new VBox(6, box, meaning);
    }

    private Node name() {
        JudgedField.Kind kind = new JudgedField.Kind(
                "profile.name", "profile.name", ProfileRules.MAX_NAME, text -> words.text(text, ProfileRules.MAX_NAME));
        return new JudgedField(new TextField(), profile.name(), kind, model, texts);
    }

    private Node url() {
        JudgedField.Kind kind = new JudgedField.Kind(
                "profile.url", "profile.url", ProfileRules.MAX_URL, text -> texts.get("profile.url.wrong"));
        return new JudgedField(new TextField(), profile.url(), kind, model, texts);
    }

    private Node activityHobbies() {
        LinesField field = new LinesField(LINES);
        JudgedField.Kind kind = new JudgedField.Kind(
                "profile.activity-hobbies",
                "profile.activityHobbies",
                ProfileRules.MAX_ACTIVITY_HOBBIES,
                text -> words.text(text, ProfileRules.MAX_ACTIVITY_HOBBIES));
        return new JudgedField(field, profile.activityHobbies(), kind, model, texts);
    }
}
