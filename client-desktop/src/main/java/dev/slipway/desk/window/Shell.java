package dev.slipway.desk.window;

import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.library.LibraryPage;
import dev.slipway.desk.library.VideoChooser;
import dev.slipway.desk.library.WayIn;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.PublicationPage;
import dev.slipway.desk.queue.QueuePage;
import dev.slipway.desk.settings.SettingsPage;
import dev.slipway.desk.wallet.page.WalletPage;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;

/** What is around every page, and takes a video that is dropped on any of them. */
final class Shell extends BorderPane {
    private final DeskModel model;
    private final VideoChooser chooser;

    Shell(DeskModel model, VideoChooser chooser) {
        this.model = model;
        this.chooser = chooser;
        getStyleClass().add("shell");
        setLeft(new Rail(model));
        setTop(new UnkeptBar(model.library().unkept(), model.texts()));
        setBottom(new JobBar(model));
        new DropTarget(this, model.library());
        model.place().subscribe(this::show);
        model.library().open().subscribe(this::show);
        show();
    }

    private void show() {
        setCenter(page(model.place().get()));
    }

    private Node page(Place place) {
        return switch (place) {
            case LIBRARY -> library(model.library());
            case NEW -> new WayIn(model.library(), chooser);
            case QUEUE -> scrolling(new QueuePage(model.lines()));
            case WALLET ->
                scrolling(new WalletPage(model.wallet(), model.texts(), new KeystoreDialog(this, model.texts())));
            case SETTINGS -> scrolling(new SettingsPage(model.settings()));
        };
    }

    private Node library(LibraryModel library) {
        PublicationModel open = library.open().get();
        return open == null
                ? scrolling(new LibraryPage(library, chooser))
                : new PublicationPage(
                        open,
                        () -> library.show(null),
                        () -> library.remove(open),
                        () -> model.go(Place.WALLET),
                        new PictureDialog(this, model.texts()));
    }

    private static ScrollPane scrolling(Node page) {
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }
}
