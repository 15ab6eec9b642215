package dev.slipway.desk.library;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Poster;
import dev.slipway.desk.publication.PosterImage;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.model.access.AccessLevel;
import javafx.beans.binding.StringBinding;
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
        StringBinding line = model.texts()
                .following(() -> line(model), model.summary(), model.details().accessLevel());
        Label summary = Labels.of(line, "exact");
        VBox words = new VBox(4, title, summary);
        words.setMaxWidth(WIDTH);
        words.setPrefWidth(WIDTH);
        words.getStyleClass().add("publication-card-words");
        setGraphic(new VBox(new Poster(WIDTH, PosterImage.of(model.video())), words));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        accessibleTextProperty()
                .bind(model.texts().following(() -> model.title().getValue() + ", " + line.get(), model.title(), line));
        setOnAction(event -> open.run());
    }

    /** Where it stands and, unless that is everyone, who can watch. */
    private static String line(PublicationModel model) {
        AccessLevel level = model.details().accessLevel().get();
        String stands = model.summary().getValue();
        return level == AccessLevel.PUBLIC
                ? stands
                : stands + " · " + model.texts().get("library.access." + level.text());
    }
}
