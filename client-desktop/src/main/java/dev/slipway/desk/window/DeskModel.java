package dev.slipway.desk.window;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.settings.SettingsModel;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the window shows: which page, and what the pages are about. */
final class DeskModel {
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(this, "place", Place.SETTINGS);
    private final Texts texts;
    private final SettingsModel settings;

    DeskModel(SettingsModel settings) {
        this.texts = settings.texts();
        this.settings = settings;
    }

    Texts texts() {
        return texts;
    }

    ObjectProperty<Place> place() {
        return place;
    }

    SettingsModel settings() {
        return settings;
    }
}
