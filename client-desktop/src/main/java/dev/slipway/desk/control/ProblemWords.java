package dev.slipway.desk.control;

import dev.slipway.desk.language.Texts;
import dev.slipway.model.problem.ProblemCode;

/** What a problem means for a creator: what happened, what becomes of the video, the next step. */
public final class ProblemWords {
    private ProblemWords() {}

    /** In the chosen language; every code has words, if only general ones. */
    public static String of(Texts texts, ProblemCode code) {
        String key = "problem." + code.code();
        return texts.get(texts.has(key) ? key : "problem.unnamed");
    }
}
