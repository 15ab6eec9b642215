package dev.slipway.desk.window;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.underway.LaunchKind;
import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.prepare.making.MakingKind;
import dev.slipway.desk.publication.EachPublication;
import dev.slipway.desk.publication.PublicationModel;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Subscription;

/** Looks on for a person who has turned away: whether anything works, and what came of it. On the window's thread. */
final class Outcomes {
    private final LibraryModel library;
    private final Texts texts;
    private final Consumer<Outcome> listener;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");

    Outcomes(LibraryModel library, Texts texts, Consumer<Outcome> listener) {
        this.library = library;
        this.texts = texts;
        this.listener = listener;
        EachPublication.follow(library.publications(), this::watch, this::look);
        library.queue().current().subscribe(making -> look());
    }

    /** Whether the engine or the network has something to do, so that the machine should stay awake. */
    ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    private Subscription watch(PublicationModel publication) {
        return Subscription.combine(
                publication.prepare().kind().subscribe((before, now) -> prepared(publication, before, now)),
                publication.launch().kind().subscribe((before, now) -> launched(publication, before, now)));
    }

    private void prepared(PublicationModel publication, MakingKind before, MakingKind now) {
        if (before == MakingKind.RUNNING && now == MakingKind.DONE) {
            tell(publication, "outcome.prepared");
        } else if (now == MakingKind.FAILED) {
            tell(publication, "outcome.prepare-failed");
        }
    }

    private void launched(PublicationModel publication, LaunchKind before, LaunchKind now) {
        look();
        if (now == LaunchKind.PAID && before.isWorking()) {
            tell(publication, "outcome.paid");
        } else if (now == LaunchKind.PUBLISHED && before.isWorking()) {
            tell(publication, "outcome.published");
        } else if (now == LaunchKind.ASKING) {
            tell(publication, "outcome.asking");
        } else if (publication.launch().isFailed()) {
            tell(publication, "outcome.launch-failed");
        }
    }

    private void look() {
        working.set(library.queue().current().get() != null
                || library.publications().stream()
                        .anyMatch(
                                publication -> publication.launch().kind().get().isWorking()));
    }

    private void tell(PublicationModel publication, String words) {
        listener.accept(new Outcome(publication.title().getValue(), texts.get(words)));
    }
}
