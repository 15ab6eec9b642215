package dev.slipway.desk.control;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.ProblemReference;
import dev.slipway.model.problem.ProblemCode;
import javafx.scene.Node;

/** What went wrong: what it means and what to do, then what exactly was said, and the name that the log has for it. */
public final class ProblemNotice {
    private ProblemNotice() {}

    public static Node of(Texts texts, ProblemCode code, String message) {
        return of(texts, ProblemWords.of(texts, code), code, message);
    }

    /** @param words of a page that has better ones than the usual */
    public static Node of(Texts texts, String words, ProblemCode code, String message) {
        return Notices.problem(words, message, texts.get("problem.reference", ProblemReference.of(code, message)));
    }
}
