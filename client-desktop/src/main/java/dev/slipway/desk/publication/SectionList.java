package dev.slipway.desk.publication;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import java.util.Locale;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sections down the side, each with a sign and a word for how it stands. */
final class SectionList extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ChangeListener<Section> follow = (observable, before, now) -> show(now);
    private final PublicationModel model;
    private final Texts texts;

    SectionList(PublicationModel model) {
        super(4);
        this.model = model;
        this.texts = model.texts();
        setAccessibleRole(AccessibleRole.TAB_PANE);
        accessibleTextProperty().bind(texts.of("publication.sections"));
        for (Section section : Section.values()) {
            getChildren().add(item(section));
        }
        model.section().addListener(new WeakChangeListener<>(follow));
        show(model.section().get());
    }

    private ToggleButton item(Section section) {
        ObjectBinding<SectionState> state = model.state(section);
        FontIcon sign = new FontIcon(Feather.CIRCLE);
        sign.iconCodeProperty().bind(state.map(SectionList::sign));
        state.subscribe(now -> sign.getStyleClass()
                .setAll("ikonli-font-icon", "section-sign", now.name().toLowerCase(Locale.ROOT)));
        Label word = Labels.of(texts.following(() -> texts.get(state.get().key()), state), "exact");
        VBox words = new VBox(1, Labels.of(texts.of(section.key()), "strong"), word);
        HBox line = new HBox(12, sign, words);
        line.setAlignment(Pos.CENTER_LEFT);
        ToggleButton item = new ToggleButton(null, line);
        item.getStyleClass().add("section-item");
        item.setId("section-" + section.name().toLowerCase(Locale.ROOT));
        item.setMaxWidth(Double.MAX_VALUE);
        item.setAccessibleRole(AccessibleRole.TAB_ITEM);
        item.accessibleTextProperty()
                .bind(texts.following(
                        () -> texts.get(section.key()) + ", "
                                + texts.get(state.get().key()),
                        state));
        item.setToggleGroup(group);
        item.setUserData(section);
        item.setOnAction(event -> {
            model.section().set(section);
            show(section);
        });
        return item;
    }

    private static Feather sign(SectionState state) {
        return switch (state) {
            case EMPTY -> Feather.CIRCLE;
            case READY -> Feather.PLAY_CIRCLE;
            case RUNNING -> Feather.LOADER;
            case DONE -> Feather.CHECK_CIRCLE;
            case NEEDS -> Feather.ALERT_CIRCLE;
        };
    }

    private void show(Section section) {
        group.getToggles().stream()
                .filter(item -> section.equals(item.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
