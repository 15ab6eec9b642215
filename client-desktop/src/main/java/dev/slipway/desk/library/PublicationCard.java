package dev.slipway.desk.library;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Poster;
import dev.slipway.desk.publication.PosterImage;
import dev.slipway.desk.publication.PublicationModel;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One publication in the library: its picture, its title and where it stands. */
final class PublicationCard extends Button {
    private static final double WIDTH = 264;

    PublicationCard(PublicationModel model, Runnable open) {
        getStyleClass().setAll("publication-card");
        Label title = Labels.of(model.title(), "strong");
        Label summary = Labels.of(model.summary(), "exact");
        VBox words = new VBox(4, title, summary);
        words.setMaxWidth(WIDTH);
        words.setPrefWidth(WIDTH);
        words.getStyleClass().add("publication-card-words");
        setGraphic(new VBox(new Poster(WIDTH, PosterImage.of(model.video())), words));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        accessibleTextProperty()
                .bind(model.texts()
                        .following(
                                () -> model.title().getValue() + ", "
                                        + model.summary().getValue(),
                                model.title(),
                                model.summary()));
        setOnAction(event -> open.run());
    }
}
