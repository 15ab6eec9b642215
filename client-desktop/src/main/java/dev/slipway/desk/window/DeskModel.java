package dev.slipway.desk.window;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.prepare.making.PrepareQueue;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.queue.QueueModel;
import dev.slipway.desk.settings.SettingsModel;
import dev.slipway.desk.wallet.page.WalletModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the window shows: which page, and what the pages are about. */
final class DeskModel {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(this, "place", Place.LIBRARY);
    private final SettingsModel settings;
    private final LibraryModel library;
    private final WalletModel wallet;
    private final QueueModel lines;

    DeskModel(SettingsModel settings, LibraryModel library, WalletModel wallet) {
        this.settings = settings;
        this.library = library;
        this.wallet = wallet;
        this.lines = new QueueModel(library);
        library.open().subscribe(opened -> {
            if (opened != null) {
                place.set(Place.LIBRARY);
            }
        });
    }

    Texts texts() {
        return settings.texts();
    }

    ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** To the page; the library then shows itself, not the publication that was open in it. */
    void go(Place wanted) {
        library.show(null);
        place.set(wanted);
    }

    SettingsModel settings() {
        return settings;
    }

    WalletModel wallet() {
        return wallet;
    }

    /** What is under way, waits or has stopped. */
    QueueModel lines() {
        return lines;
    }

    PrepareQueue queue() {
        return library.queue();
    }

    /** The publication that is being made, or null. */
    ObservableValue<@Nullable PublicationModel> job() {
        return library.queue()
                .current()
                .map(making -> library.publications().stream()
                        .filter(publication -> publication.prepare().equals(making))
                        .findFirst()
                        .orElse(null));
    }

    LibraryModel library() {
        return library;
    }
}
