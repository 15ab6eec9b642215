package dev.slipway.desk.window;

import dev.slipway.desk.background.Unkept;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Above every page, while what is typed or chosen there is not kept: that it is not, why, and what to do. */
final class UnkeptBar extends VBox {
    private final Unkept unkept;
    private final Texts texts;

    UnkeptBar(Unkept unkept, Texts texts) {
        this.unkept = unkept;
        this.texts = texts;
        getStyleClass().add("unkept-bar");
        getChildren().add(new Following(this::notice, unkept.problem(), texts.language()));
        visibleProperty().bind(unkept.problem().isNotNull());
        managedProperty().bind(visibleProperty());
    }

    private static String words(ProblemCode code) {
        return switch (code) {
            case DISK_FULL -> "unkept.disk-full";
            case LIBRARY_DAMAGED -> "unkept.damaged";
            default -> "unkept.otherwise";
        };
    }

    private List<Node> notice() {
        DeskException problem = unkept.problem().get();
        return problem == null
                ? List.of()
                : List.of(ProblemNotice.of(
                        texts, texts.get(words(problem.code())), problem.code(), problem.getMessage()));
    }
}
