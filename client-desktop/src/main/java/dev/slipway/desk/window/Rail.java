package dev.slipway.desk.window;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The narrow column at the left that leads to the pages. */
final class Rail extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private final DeskModel model;

    Rail(DeskModel model) {
        this.model = model;
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        accessibleTextProperty().bind(model.texts().of("rail.name"));
        for (Place place : Place.values()) {
            getChildren().add(item(place));
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, new WalletBadge(model.wallet(), model.texts()));
        model.place().subscribe(this::show);
    }

    private ToggleButton item(Place place) {
        ToggleButton item = new ToggleButton(null, new FontIcon(icon(place)));
        item.textProperty().bind(model.texts().of(place.key()));
        item.getStyleClass().add("rail-item");
        item.setId("rail-" + place.name().toLowerCase(Locale.ROOT));
        item.setAccessibleRole(AccessibleRole.TAB_ITEM);
        item.setToggleGroup(group);
        item.setUserData(place);
        item.setOnAction(event -> {
            model.go(place);
            show(place);
        });
        return item;
    }

    private static Feather icon(Place place) {
        return switch (place) {
            case LIBRARY -> Feather.GRID;
            case NEW -> Feather.PLUS_SQUARE;
            case QUEUE -> Feather.LIST;
            case WALLET -> Feather.CREDIT_CARD;
            case SETTINGS -> Feather.SETTINGS;
        };
    }

    private void show(Place place) {
        group.getToggles().stream()
                .filter(item -> place.equals(item.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
