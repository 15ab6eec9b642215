package dev.slipway.desk.player;

import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Pictures on offer as posters; those that are cut off are not. */
final class PosterRow extends VBox {
    private static final double MICROS = 1e6;
    private static final double WIDTH = 112;

    private final ObservableList<OfferedPoster> offered;
    private final ObservableValue<Cut> cut;
    private final ObservableValue<@Nullable Long> chosen;
    private final LongConsumer take;
    private final Texts texts;

    /** @param take gets the moment of the one that is pressed */
    PosterRow(
            ObservableList<OfferedPoster> offered,
            ObservableValue<Cut> cut,
            ObservableValue<@Nullable Long> chosen,
            LongConsumer take,
            Texts texts) {
        this.offered = offered;
        this.cut = cut;
        this.chosen = chosen;
        this.take = take;
        this.texts = texts;
        Following row = new Following(this::row, offered, cut, chosen, texts.language());
        row.setSpacing(8);
        getChildren().add(row);
    }

    private List<Node> row() {
        List<Node> pictures = offered.stream()
                .filter(poster -> cut.getValue().holds(poster.micros()))
                .<Node>map(this::button)
                .toList();
        if (pictures.isEmpty()) {
            return List.of();
        }
        return List.of(
                Labels.of(texts.of("player.posters"), "muted"), new FlowPane(4, 4, pictures.toArray(Node[]::new)));
    }

    private Button button(OfferedPoster poster) {
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(poster.jpeg())));
        view.setPreserveRatio(true);
        view.setFitWidth(WIDTH);
        view.setFitHeight(WIDTH);
        Button button = new Button(null, view);
        button.getStyleClass().setAll("poster-offer");
        if (Objects.equals(chosen.getValue(), poster.micros())) {
            button.getStyleClass().add("chosen");
        }
        button.accessibleTextProperty()
                .bind(texts.of("player.posters.use", texts.amounts().moment(poster.micros() / MICROS)));
        button.setOnAction(event -> take.accept(poster.micros()));
        return button;
    }
}
