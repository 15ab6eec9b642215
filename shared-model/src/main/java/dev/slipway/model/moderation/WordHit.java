package dev.slipway.model.moderation;

/**
 * A word of a text that is on the list.
 *
 * @param field as {@link dev.slipway.model.problem.Violation} names it, such as {@code hashtags[1]}
 * @param offset where it begins in the field, in UTF-16 units
 * @param length in UTF-16 units, with whatever parts its letters
 * @param written as it stands in the text
 * @param word the row's
 * @param category the rule that it breaks
 * @param severity what follows
 */
public record WordHit(
        String field, int offset, int length, String written, String word, String category, Severity severity) {
    public boolean isRefused() {
        return severity == Severity.REFUSE;
    }
}
