package dev.slipway.model.moderation.form;

/** Where a walk through the trie stands. */
sealed interface FormState {
    /**
     * Within a stem.
     *
     * @param afterPrefix last letter of the verbal prefix before it, or 0
     */
    record InStem(Node node, char afterPrefix) implements FormState {}

    /** Within a verbal prefix. */
    record InPrefix(Node node) implements FormState {}

    /** Within an ending of these words. */
    record InEnding(Node node, Lexemes lexemes) implements FormState {}

    /** In what follows words of which anything may follow. */
    record InOpen(Lexemes lexemes) implements FormState {}
}
