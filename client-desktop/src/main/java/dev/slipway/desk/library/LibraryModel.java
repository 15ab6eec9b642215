package dev.slipway.desk.library;

import dev.slipway.desk.background.Saving;
import dev.slipway.desk.background.Unkept;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.DraftFolder;
import dev.slipway.desk.draft.DraftForm;
import dev.slipway.desk.draft.DraftId;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.making.PrepareQueue;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All publications of the desk, and which of them is open. */
public final class LibraryModel {
    private final ObservableList<PublicationModel> publications = FXCollections.observableArrayList();
    /** One for all: a view that only its listeners know is collected, and they hear nothing more. */
    private final ObservableList<PublicationModel> shown = FXCollections.unmodifiableObservableList(publications);

    private final ReadOnlyObjectWrapper<@Nullable PublicationModel> open = new ReadOnlyObjectWrapper<>(this, "open");
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final Workplace workplace;
    private final CommandedModel commanded;
    private final int unreadable;

    /**
     * @param kept the newest first
     * @param unreadable how many more there are that cannot be read
     */
    public LibraryModel(Workplace workplace, List<Draft> kept, int unreadable) {
        this.workplace = workplace;
        this.unreadable = unreadable;
        this.commanded = new CommandedModel(workplace);
        kept.forEach(draft -> publications.add(new PublicationModel(draft, workplace)));
        publications.forEach(PublicationModel::goOn);
    }

    /** How many publications were kept and cannot be read. */
    int unreadable() {
        return unreadable;
    }

    /** What was typed or chosen in the window and could not be kept so far. */
    public Unkept unkept() {
        return workplace.background().unkept();
    }

    public Texts texts() {
        return workplace.texts();
    }

    /** What is searched for; empty for everything. */
    public StringProperty search() {
        return search;
    }

    /** Whether what is searched for is in its title, its file's name or its hashtags. */
    public boolean isFound(PublicationModel publication) {
        return SearchedWords.of(search.get())
                .areIn(Stream.concat(
                        Stream.of(
                                publication.title().getValue(),
                                String.valueOf(publication.video().source().getFileName())),
                        publication.details().hashtags().stream().map(hashtag -> "#" + hashtag)));
    }

    /** The newest first. */
    public ObservableList<PublicationModel> publications() {
        return shown;
    }

    /** What the command line has begun on this desk. */
    CommandedModel commanded() {
        return commanded;
    }

    /** What is made, and what waits for it. */
    public PrepareQueue queue() {
        return workplace.queue();
    }

    /** For the end of the window: nothing new begins, and everything stops and keeps what it has. */
    public void pauseAll() {
        workplace.queue().pauseAll();
        halt();
    }

    /** Stops all work, on whatever thread; what it was is told to nobody any more. */
    public void halt() {
        workplace.author().avatar().halt();
        workplace.house().halt();
        publications.forEach(publication -> {
            publication.video().stop();
            publication.prepare().halt();
            publication.sideBySide().stop();
            publication.viewers().halt();
            publication.launch().halt();
            publication.player().halt();
        });
    }

    /** The one whose page is shown, or null for the library itself. */
    public ReadOnlyObjectProperty<@Nullable PublicationModel> open() {
        return open.getReadOnlyProperty();
    }

    public void show(@Nullable PublicationModel publication) {
        open.set(publication);
    }

    /** Begins a publication of each file; of a single one the page is shown. */
    public void add(List<Path> videos) {
        List<PublicationModel> added = videos.stream().map(this::begin).toList();
        if (added.size() == 1) {
            show(added.getFirst());
        } else if (!added.isEmpty()) {
            show(null);
        }
    }

    /** Forgets it with what was made of it; the creator's own file stays as it is. */
    public void remove(PublicationModel publication) {
        publication.video().stop();
        publication.player().close();
        publication.viewers().close();
        publication.launch().halt();
        publications.remove(publication);
        if (publication.equals(open.get())) {
            show(null);
        }
        publication
                .sideBySide()
                .end(() -> publication.prepare().discard(() -> {
                    workplace.drafts().delete(publication.id());
                    DraftFolder.delete(workplace.folder(publication.id()));
                }));
    }

    private PublicationModel begin(Path video) {
        DraftForm form =
                DraftForm.begun(workplace.author().profile().incognito().get());
        Draft draft = Draft.of(video, workplace.clock().instant(), form);
        workplace.drafts().begin(draft);
        PublicationModel publication = new PublicationModel(draft, workplace);
        publications.addFirst(publication);
        workplace
                .background()
                .run(
                        () -> {
                            workplace.drafts().insert(draft);
                            return draft;
                        },
                        inserted -> publication.video().look(),
                        problem -> {
                            publication.video().failed(problem);
                            new Saving<DraftId>(workplace.background(), workplace.drafts()::bring).offer(draft.id());
                        });
        return publication;
    }
}
