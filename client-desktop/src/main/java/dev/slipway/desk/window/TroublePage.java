package dev.slipway.desk.window;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.control.ProblemWords;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Why the window cannot be opened, what to do, and the name that the log has for it. */
final class TroublePage extends VBox {
    /**
     * @param keptAs what a damaged library is called once a new one is begun; null where there is nothing to choose
     * @param anew begins the new one
     * @param close leaves everything as it is
     */
    TroublePage(Texts texts, DeskException problem, @Nullable String keptAs, Runnable anew, Runnable close) {
        getStyleClass().addAll("page", "trouble");
        getChildren()
                .addAll(
                        Labels.of(texts.of("trouble.title"), "page-title"),
                        ProblemNotice.of(texts, words(texts, problem.code()), problem.code(), problem.getMessage()));
        HBox buttons = new HBox(8);
        if (keptAs != null) {
            getChildren().add(Labels.wrapped(texts.of("trouble.new-library.hint", keptAs), "muted"));
            Button begin = Buttons.plain(texts.of("trouble.new-library"), Feather.FILE_PLUS, anew);
            begin.setId("trouble-new-library");
            buttons.getChildren().add(begin);
        }
        Button leave = Buttons.plain(texts.of("trouble.close"), Feather.X, close);
        leave.setId("trouble-close");
        buttons.getChildren().add(leave);
        getChildren().add(buttons);
    }

    /** Some codes mean something else once there are videos. */
    private static String words(Texts texts, ProblemCode code) {
        String key = "trouble." + code.code();
        return texts.has(key) ? texts.get(key) : ProblemWords.of(texts, code);
    }
}
