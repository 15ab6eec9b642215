package dev.slipway.desk.details;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.Saving;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.DraftForm;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.house.HouseModel;
import dev.slipway.desk.profile.Authorship;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.moderation.WordHit;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.publication.PublicationForm;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The words of one publication. Every change is judged by the server's own rules and written at once; while one is being
 * written only the newest waits.
 */
public final class DetailsModel {
    private final StringProperty title = new SimpleStringProperty(this, "title");
    private final StringProperty description = new SimpleStringProperty(this, "description");
    private final ObservableList<String> hashtags = FXCollections.observableArrayList();
    private final ObservableList<String> shownHashtags = FXCollections.unmodifiableObservableList(hashtags);
    private final BooleanProperty incognito = new SimpleBooleanProperty(this, "incognito");
    private final ObjectProperty<AccessLevel> accessLevel = new SimpleObjectProperty<>(this, "accessLevel");
    private final ReadOnlyObjectWrapper<List<Violation>> violations =
            new ReadOnlyObjectWrapper<>(this, "violations", List.of());
    private final Authorship author;
    private final HouseModel house;
    private final HashtagSuggestions suggestions;
    private final Saving<DraftForm> writing;
    /** The profile and the server outlive publications; they hold their listeners weakly. */
    private final InvalidationListener judging = change -> judge();

    private List<WordHit> banned = List.of();

    public DetailsModel(Draft draft, Drafts drafts, Background background, Authorship author, HouseModel house) {
        this.author = author;
        this.house = house;
        suggestions = new HashtagSuggestions(drafts, house, background);
        title.set(draft.form().title());
        description.set(draft.form().description());
        hashtags.setAll(draft.form().hashtags());
        incognito.set(draft.form().incognito());
        accessLevel.set(draft.form().accessLevel());
        writing = new Saving<>(background, form -> drafts.saveForm(draft.id(), form));
        judge();
        InvalidationListener changed = change -> {
            judge();
            writing.offer(form());
        };
        title.addListener(changed);
        description.addListener(changed);
        hashtags.addListener(changed);
        incognito.addListener(changed);
        accessLevel.addListener(changed);
        incognito.addListener(
                (observable, before, now) -> author.profile().incognito().set(now));
        WeakInvalidationListener weakly = new WeakInvalidationListener(judging);
        author.profile().changing().forEach(each -> each.addListener(weakly));
        house.words().addListener(weakly);
        house.accessLevels().addListener(weakly);
    }

    public StringProperty title() {
        return title;
    }

    public StringProperty description() {
        return description;
    }

    public ObservableList<String> hashtags() {
        return shownHashtags;
    }

    /** What may be meant while a hashtag is typed. */
    public HashtagSuggestions suggestions() {
        return suggestions;
    }

    /** Nothing of the author goes with this publication. */
    public BooleanProperty incognito() {
        return incognito;
    }

    /** Who can watch. */
    public ObjectProperty<AccessLevel> accessLevel() {
        return accessLevel;
    }

    /** What the server that it goes to says of itself. */
    HouseModel house() {
        return house;
    }

    /** What the creator says of themselves; the same for all publications of this desk. */
    public Authorship author() {
        return author;
    }

    /** What the server would refuse. */
    public ReadOnlyObjectProperty<List<Violation>> violations() {
        return violations.getReadOnlyProperty();
    }

    /** Whether the words as they are could not be written so far. */
    public ReadOnlyBooleanProperty unkept() {
        return writing.failing();
    }

    public boolean isAcceptable() {
        return violations.get().isEmpty();
    }

    /** As it is signed and sent. */
    public PublicationForm finished() {
        return form().finished(author.profile().finished().orElse(null));
    }

    /** Whether anything was typed yet: an empty form is not a wrong one. */
    public boolean isEmpty() {
        return form().isBlank();
    }

    /** What the server would say of the field. */
    public Optional<Violation> violation(String field) {
        return violations.get().stream()
                .filter(violation -> violation.field().startsWith(field))
                .findFirst();
    }

    /** A word in the field that the server does not allow. */
    public Optional<WordHit> bannedWord(String field) {
        return banned.stream().filter(hit -> hit.field().startsWith(field)).findFirst();
    }

    /** Asks the server, in the background, what it refuses now. */
    public void look() {
        house.look();
    }

    /**
     * Takes words as hashtags, as many as there are between spaces and commas; a # in front is left out.
     *
     * @return what the server would refuse of them; then nothing is taken
     */
    public Optional<Violation> addHashtags(String typed) {
        List<String> wanted = new ArrayList<>(hashtags);
        // Composed (NFC), as keyboards write and others search; names of files on some systems are not.
        for (String word :
                Normalizer.normalize(typed, Normalizer.Form.NFC).strip().split("[\\s,#]+")) {
            if (!word.isEmpty()) {
                wanted.add(word);
            }
        }
        Optional<Violation> refused = FormRules.check(new PublicationForm(title.get(), "", wanted)).stream()
                .filter(violation -> violation.field().startsWith("hashtags"))
                .findFirst();
        if (refused.isEmpty()) {
            hashtags.setAll(wanted);
        }
        return refused;
    }

    public void removeHashtag(String hashtag) {
        hashtags.remove(hashtag);
    }

    private void judge() {
        PublicationForm form = finished();
        List<Violation> found = new ArrayList<>(FormRules.check(form));
        banned =
                house.words().get().in(form).stream().filter(WordHit::isRefused).toList();
        banned.forEach(hit -> found.add(
                new Violation(hit.field(), "\"" + hit.written() + "\" is not allowed (" + hit.category() + ")")));
        if (!house.accessLevels().get().contains(accessLevel.get())) {
            found.add(new Violation(
                    FormRules.ACCESS_LEVEL,
                    "the server does not grant \"" + accessLevel.get().text() + "\""));
        }
        violations.set(List.copyOf(found));
    }

    private DraftForm form() {
        return new DraftForm(title.get(), description.get(), List.copyOf(hashtags), incognito.get(), accessLevel.get());
    }
}
