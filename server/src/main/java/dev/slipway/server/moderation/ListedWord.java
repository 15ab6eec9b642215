package dev.slipway.server.moderation;

import dev.slipway.model.moderation.WordRules;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.server.problem.ProblemException;
import java.util.List;

/**
 * What an address names: a row of one of the two tables.
 *
 * @param word as it is kept
 */
record ListedWord(String language, String word) {

    /**
     * Rows of before there were rules can be taken away too.
     *
     * @throws ProblemException {@code not-found} for what no column could hold
     */
    static ListedWord existing(String language, String word) {
        ListedWord listed = new ListedWord(language, WordRules.normal(word));
        if (language.indexOf('\0') >= 0 || listed.word().indexOf('\0') >= 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such word on the list.");
        }
        return listed;
    }

    /** @throws ProblemException {@code invalid-form} for what can be no row */
    static ListedWord toPut(String language, String word) {
        ListedWord listed = new ListedWord(language, WordRules.normal(word));
        WordRules.check(language, listed.word()).ifPresent(wrong -> refuse("word", wrong));
        return listed;
    }

    static void refuse(String field, String wrong) {
        throw new ProblemException(
                ProblemCode.INVALID_FORM,
                "This cannot be put on the list: " + wrong + ".",
                List.of(new Violation(field, wrong)));
    }
}
