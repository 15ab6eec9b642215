package dev.slipway.desk.library;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.publication.PublicationModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every publication of the desk as a card. */
public final class LibraryPage extends VBox {
    private final LibraryModel model;
    private final FlowPane cards = new FlowPane(16, 16);
    private final ListChangeListener<PublicationModel> refill = change -> fill();

    public LibraryPage(LibraryModel model, VideoChooser chooser) {
        this.model = model;
        getStyleClass().add("page");
        WayIn empty = new WayIn(model, chooser);
        VBox.setVgrow(empty, Priority.ALWAYS);
        CommandedList commanded = new CommandedList(model.commanded(), model.search());
        getChildren()
                .addAll(
                        head(chooser),
                        new Following(this::unreadable, model.texts().language()),
                        cards,
                        empty);
        model.publications().addListener(new WeakListChangeListener<>(refill));
        Label nothing = Labels.of(model.texts().of("library.nothing-found"), "muted");
        getChildren().addAll(nothing, commanded);
        BooleanBinding none = Bindings.isEmpty(model.publications());
        shownWhile(empty, none);
        shownWhile(cards, none.not());
        shownWhile(nothing, none.not().and(Bindings.isEmpty(cards.getChildren())));
        fill();
    }

    private List<Node> unreadable() {
        return model.unreadable() == 0
                ? List.of()
                : List.of(Notices.warning(
                        model.texts().plural("library.unreadable", model.unreadable()),
                        model.texts().get("library.unreadable.exact")));
    }

    private Node head(VideoChooser chooser) {
        Texts texts = model.texts();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = Buttons.primary(texts.of("library.add"), Feather.PLUS, () -> model.add(chooser.choose()));
        HBox head = new HBox(16, Labels.of(texts.of("rail.library"), "page-title"), gap, search(), add);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node search() {
        TextField field = new TextField();
        field.setId("library-search");
        field.setPrefWidth(240);
        field.promptTextProperty().bind(model.texts().of("library.search"));
        field.accessibleTextProperty().bind(model.texts().of("library.search"));
        field.textProperty().bindBidirectional(model.search());
        field.textProperty().addListener(change -> fill());
        field.visibleProperty()
                .bind(Bindings.isNotEmpty(model.publications())
                        .or(Bindings.isNotEmpty(model.commanded().publications())));
        return field;
    }

    private static void shownWhile(Node node, BooleanBinding wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private void fill() {
        cards.getChildren()
                .setAll(model.publications().stream()
                        .filter(model::isFound)
                        .map(publication -> new PublicationCard(publication, () -> model.show(publication)))
                        .toList());
    }
}
