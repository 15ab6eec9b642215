package dev.slipway.desk.window;

import dev.slipway.desk.settings.SettingsPage;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;

/** What is around every page. */
final class Shell extends BorderPane {
    private final DeskModel model;

    Shell(DeskModel model) {
        this.model = model;
        getStyleClass().add("shell");
        setLeft(new Rail(model));
        model.place().subscribe(place -> setCenter(page(place)));
    }

    private Node page(Place place) {
        return switch (place) {
            case SETTINGS -> scrolling(new SettingsPage(model.settings()));
        };
    }

    private static ScrollPane scrolling(Node page) {
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }
}
