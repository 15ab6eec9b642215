package dev.slipway.desk.queue;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.prepare.making.PrepareModel;
import dev.slipway.desk.publication.EachPublication;
import dev.slipway.desk.publication.PublicationModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** What is under way, in the order in which its turn comes. To be used on the window's thread. */
public final class QueueModel {
    private final ObservableList<PublicationModel> lines = FXCollections.observableArrayList();
    private final ObservableList<PublicationModel> shown = FXCollections.unmodifiableObservableList(lines);
    private final LibraryModel library;

    public QueueModel(LibraryModel library) {
        this.library = library;
        EachPublication.follow(library.publications(), this::listen, this::look);
        library.queue().line().addListener((ListChangeListener<PrepareModel>) change -> look());
        look();
    }

    Texts texts() {
        return library.texts();
    }

    /** The running one first, those that wait in their order, then what has stopped. */
    public ObservableList<PublicationModel> lines() {
        return shown;
    }

    /** Shows its page. */
    void open(PublicationModel publication) {
        library.show(publication);
    }

    /** To be made before the one that waits before it. */
    void sooner(PublicationModel publication) {
        library.queue().sooner(publication.prepare());
    }

    /** To be made after the one that waits after it. */
    void later(PublicationModel publication) {
        library.queue().later(publication.prepare());
    }

    private Subscription listen(PublicationModel publication) {
        return Subscription.combine(
                publication.prepare().kind().subscribe(this::look),
                publication.launch().kind().subscribe(this::look));
    }

    private void look() {
        List<PublicationModel> now = new ArrayList<>(library.publications().stream()
                .filter(publication -> QueueStage.of(publication) != QueueStage.RESTS)
                .sorted(Comparator.comparing(QueueStage::of).thenComparing(this::turn))
                .toList());
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
    }

    /** The place in the line of those that wait; others keep the library's order. */
    private int turn(PublicationModel publication) {
        return library.queue().line().indexOf(publication.prepare());
    }
}
