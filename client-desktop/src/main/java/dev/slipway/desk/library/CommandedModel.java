package dev.slipway.desk.library;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.publication.Workplace;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What was begun on this desk by the command line, as its journals say: it goes on with the same command, and is shown here
 * with the rest. To be used on the window's thread.
 */
public final class CommandedModel {
    private static final Comparator<Begun> BY_TITLE =
            Comparator.comparing(begun -> begun.entry().form().title());

    private final ObservableList<Begun> publications = FXCollections.observableArrayList();
    private final ObservableList<Begun> shown = FXCollections.unmodifiableObservableList(publications);
    private final Workplace workplace;
    private final CommandedPosters posters;

    CommandedModel(Workplace workplace) {
        this.workplace = workplace;
        this.posters = new CommandedPosters(workplace);
    }

    /** A file with its poster, null until there is one. */
    ReadOnlyObjectProperty<@Nullable Path> poster(Begun publication) {
        return posters.of(publication);
    }

    /** Reads them anew: commands run beside the window. A journal that cannot be read is told of where it is needed. */
    void look() {
        posters.again();
        workplace.background().run(this::read, publications::setAll, unreadable -> {});
    }

    ObservableList<Begun> publications() {
        return shown;
    }

    Texts texts() {
        return workplace.texts();
    }

    /** The address of its page, once there is one. */
    static Optional<URI> page(Begun publication) {
        return Optional.ofNullable(publication.entry().published()).map(published -> URI.create(published.watchUrl()));
    }

    void show(URI page) {
        workplace
                .background()
                .run(() -> workplace.launches().browsing().browser().open(page));
    }

    /** Whether what is searched for is in its title or its hashtags. */
    static boolean isFound(Begun publication, String search) {
        var form = publication.entry().form();
        return SearchedWords.of(search)
                .areIn(Stream.concat(
                        Stream.of(form.title()), form.hashtags().stream().map(hashtag -> "#" + hashtag)));
    }

    /** The window's own have their folders among the drafts. */
    private List<Begun> read() {
        return workplace.launches().dock().journals().all().stream()
                .filter(begun -> !begun.folder().startsWith(workplace.folders()))
                .sorted(BY_TITLE)
                .toList();
    }
}
