package dev.slipway.desk.library;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Poster;
import dev.slipway.desk.launch.underway.LaunchKind;
import dev.slipway.desk.publication.PosterImage;
import dev.slipway.desk.publication.PublicationModel;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * One publication in the library: its picture, where it stands, what it came to and its link. The buttons of the link lie
 * over the card and not in it, so that a press of them is none of the card.
 */
final class PublicationCard extends StackPane {
    private static final double WIDTH = 264;
    private static final double LINK_WIDTH = 80;
    private static final double LINK_HEIGHT = 32;

    private final PublicationModel model;
    private final CardWords words;
    private final BooleanBinding published;

    PublicationCard(PublicationModel model, Runnable open) {
        this.model = model;
        words = new CardWords(model);
        published = Bindings.createBooleanBinding(
                () -> model.launch().kind().get() == LaunchKind.PUBLISHED,
                model.launch().kind());
        getChildren().addAll(card(open), links());
    }

    private Node card(Runnable open) {
        Label cost = line(words.cost(), words.exactCost());
        cost.setId("card-cost");
        cost.setMaxWidth(WIDTH - LINK_WIDTH);
        cost.minHeightProperty().bind(Bindings.when(published).then(LINK_HEIGHT).otherwise(0));
        Label sizes = line(words.sizes(), words.exactSizes());
        sizes.setId("card-sizes");
        VBox lines = new VBox(4, Labels.of(model.title(), "strong"), Labels.of(words.state(), "exact"), sizes, cost);
        lines.setMaxWidth(WIDTH);
        lines.setPrefWidth(WIDTH);
        lines.getStyleClass().add("publication-card-words");
        Button card = new Button();
        card.getStyleClass().setAll("publication-card");
        card.setGraphic(new VBox(new Poster(WIDTH, PosterImage.of(model.video())), lines));
        card.setAlignment(Pos.TOP_CENTER);
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.accessibleTextProperty().bind(words.spoken());
        card.setOnAction(event -> open.run());
        return card;
    }

    /** Gone while there is nothing to say. */
    private static Label line(StringBinding text, StringBinding exact) {
        Label line = Labels.of(text, "exact");
        line.visibleProperty().bind(line.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(exact);
        line.setTooltip(tooltip);
        return line;
    }

    private Node links() {
        Button watch = Buttons.sign(
                model.texts().of("library.watch", model.title()), Feather.EXTERNAL_LINK, model.launch()::showPublished);
        watch.setId("card-watch");
        Button copy = Buttons.copy(
                model.texts().of("library.copy-link", model.title()),
                () -> model.launch().watchUrl().orElse(""));
        copy.setId("card-copy");
        HBox links = new HBox(watch, copy);
        links.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        links.setPickOnBounds(false);
        links.visibleProperty().bind(published);
        StackPane.setAlignment(links, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(links, new Insets(0, 8, 13, 0));
        return links;
    }
}
