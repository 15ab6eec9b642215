package dev.slipway.model.moderation.form;

import java.util.ArrayList;
import java.util.List;

/** The words that share a stem and its endings. Compared by identity: there may be thousands. */
final class Lexemes {
    private final List<Lexeme> all = new ArrayList<>(1);

    void add(Lexeme lexeme) {
        all.add(lexeme);
    }

    List<Lexeme> all() {
        return all;
    }
}
