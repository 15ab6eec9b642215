package dev.slipway.desk.library;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where there is nothing yet: says what to do next, and does it. */
public final class WayIn extends VBox {

    public WayIn(LibraryModel model, VideoChooser chooser) {
        Texts texts = model.texts();
        getStyleClass().add("way-in");
        FontIcon sign = new FontIcon(Feather.FILM);
        sign.getStyleClass().add("large-sign");
        Button choose = Buttons.primary(texts.of("library.choose"), Feather.FOLDER, () -> model.add(chooser.choose()));
        choose.setId("choose-video");
        getChildren()
                .addAll(
                        sign,
                        Labels.of(texts.of("library.drop"), "section-title"),
                        Labels.wrapped(texts.of("library.drop.hint"), "muted"),
                        choose);
    }
}
