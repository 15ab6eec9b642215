package dev.slipway.desk.library;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Poster;
import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.prepare.making.SizeWords;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the command line has begun, a row each; nothing where it has begun nothing. */
final class CommandedList extends VBox {
    private static final double POSTER_WIDTH = 96;

    private final CommandedModel model;
    private final StringProperty search;
    private final Texts texts;

    CommandedList(CommandedModel model, StringProperty search) {
        super(12);
        this.model = model;
        this.search = search;
        this.texts = model.texts();
        setId("commanded");
        Following rows = new Following(this::rows, model.publications(), search, texts.language());
        rows.setSpacing(8);
        getChildren().add(rows);
        model.look();
    }

    private List<Node> rows() {
        List<Begun> found = model.publications().stream()
                .filter(publication -> CommandedModel.isFound(publication, search.get()))
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        List<Node> rows = new ArrayList<>();
        rows.add(Labels.of(texts.of("library.commanded"), "section-title"));
        rows.add(Labels.wrapped(texts.of("library.commanded.hint"), "muted"));
        found.forEach(publication -> rows.add(row(publication)));
        return rows;
    }

    private Node row(Begun publication) {
        VBox words = new VBox(
                4,
                Labels.wrapped(
                        new SimpleStringProperty(publication.entry().form().title()), "strong"),
                Labels.wrapped(new SimpleStringProperty(facts(publication)), "exact"));
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Poster poster = new Poster(
                POSTER_WIDTH,
                model.poster(publication).map(file -> new Image(file.toUri().toString(), true)));
        HBox row = new HBox(16, poster, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("queue-row");
        CommandedModel.page(publication).ifPresent(page -> row.getChildren().addAll(links(publication, page)));
        return row;
    }

    private List<Node> links(Begun publication, URI page) {
        String title = publication.entry().form().title();
        return List.of(
                Buttons.sign(texts.of("library.watch", title), Feather.EXTERNAL_LINK, () -> model.show(page)),
                Buttons.copy(texts.of("library.copy-link", title), page::toString));
    }

    /** Where it stands, what its sizes came to, what it cost. */
    private String facts(Begun publication) {
        List<String> facts = new ArrayList<>();
        facts.add(texts.get("library.commanded." + publication.state().replace(' ', '-')));
        JournalEntry.PreparedFacts prepared = publication.entry().prepared();
        if (prepared != null) {
            facts.add(new SizeWords(
                            texts,
                            new Finished(
                                    prepared.inputBytes(),
                                    prepared.outputBytes(),
                                    prepared.seconds(),
                                    List.of(),
                                    List.of()))
                    .brief());
        }
        if (publication.draft() != null && publication.entry().published() != null) {
            facts.add(Money.of(publication.draft().terms())
                    .text(new BigInteger(publication.draft().terms().price())));
        }
        return String.join(" · ", facts);
    }
}
