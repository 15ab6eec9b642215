package dev.slipway.model.moderation.form;

import dev.slipway.model.moderation.fold.Glyphs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words with all their forms. Walked with sets of places, because a glyph may be read as several letters. */
public final class FormTrie {
    private static final char OPEN = '*';

    private final Node stems = new Node();

    /** Words of which a verbal prefix may stand in front. */
    private final Node prefixable = new Node();

    /** Where a walk stands; empty once no word begins so. */
    public static final class Walk {
        private final Set<FormState> states;

        private Walk(Set<FormState> states) {
            this.states = states;
        }

        public boolean isOver() {
            return states.isEmpty();
        }

        /** Both walks at once. */
        public Walk and(Walk other) {
            Set<FormState> both = new HashSet<>(states);
            both.addAll(other.states);
            return new Walk(both);
        }
    }

    /**
     * A word with its inflected forms; with {@code *} at its end everything that begins so.
     *
     * @param language ISO 639; {@code ru} and {@code en} are inflected
     */
    public void add(String word, String language, Lexeme lexeme) {
        boolean isRussian = language.equals("ru");
        if (word.indexOf(OPEN) >= 0) {
            String beginning = Glyphs.letters(word.replace("*", ""));
            stems.after(beginning).open(lexeme);
            if (isRussian) {
                prefixable.after(beginning).open(lexeme);
            }
            return;
        }
        add(isRussian ? RussianForms.of(word) : inflected(word, language), lexeme);
    }

    /** A word as it is written, with {@code *} at its end everything that begins so; no other form. */
    public void addExactly(String word, Lexeme lexeme) {
        if (word.indexOf(OPEN) >= 0) {
            stems.after(Glyphs.letters(word.replace("*", ""))).open(lexeme);
        } else {
            add(Paradigm.exact(word), lexeme);
        }
    }

    private static Paradigm inflected(String word, String language) {
        return language.equals("en") ? EnglishForms.of(word) : Paradigm.exact(word);
    }

    private void add(Paradigm paradigm, Lexeme lexeme) {
        for (Paradigm.Stem stem : paradigm.stems()) {
            stems.after(stem.letters()).attach(stem.endings(), lexeme);
            if (paradigm.isVerb()) {
                prefixable.after(stem.letters()).attach(stem.endings(), lexeme);
            }
        }
    }

    /** Before the first letter. */
    public Walk start() {
        return new Walk(Set.of(new FormState.InStem(stems, (char) 0), new FormState.InPrefix(RussianPrefixes.ROOT)));
    }

    /** @param letters that the next glyph may be, itself first */
    public Walk step(Walk walk, String letters) {
        Set<FormState> after = new HashSet<>();
        boolean isSign = !Character.isLetterOrDigit(letters.charAt(0));
        for (FormState state : walk.states) {
            // A sign reads as a letter where a word asks for one, not where anything may follow.
            int readings = isSign && state instanceof FormState.InOpen ? 0 : letters.length();
            for (int i = 0; i < readings; i++) {
                step(state, letters.charAt(i), after);
            }
        }
        return new Walk(after);
    }

    /** The words that may end here, each once or more. */
    public List<Lexeme> found(Walk walk) {
        List<Lexeme> found = new ArrayList<>();
        for (FormState state : walk.states) {
            switch (state) {
                case FormState.InEnding(Node node, Lexemes lexemes) when node.isEnd() -> found.addAll(lexemes.all());
                case FormState.InOpen(Lexemes lexemes) -> found.addAll(lexemes.all());
                case FormState.InEnding ending -> {}
                case FormState.InStem stem -> {}
                case FormState.InPrefix prefix -> {}
            }
        }
        return found;
    }

    private void step(FormState state, char letter, Set<FormState> after) {
        switch (state) {
            case FormState.InStem(Node node, char prefix) -> {
                if (prefix == 0 || node != prefixable || RussianPrefixes.fits(prefix, letter)) {
                    intoStem(node.step(letter), prefix, after);
                }
            }
            case FormState.InPrefix(Node node) -> intoPrefix(node.step(letter), letter, after);
            case FormState.InEnding(Node node, Lexemes lexemes) -> {
                Node next = node.step(letter);
                if (next != null) {
                    after.add(new FormState.InEnding(next, lexemes));
                }
            }
            case FormState.InOpen open -> after.add(open);
        }
    }

    private static void intoStem(@Nullable Node node, char prefix, Set<FormState> after) {
        if (node == null) {
            return;
        }
        after.add(new FormState.InStem(node, prefix));
        node.endings().forEach((endings, lexemes) -> after.add(new FormState.InEnding(endings, lexemes)));
        Lexemes open = node.open();
        if (open != null) {
            after.add(new FormState.InOpen(open));
        }
    }

    private void intoPrefix(@Nullable Node node, char letter, Set<FormState> after) {
        if (node == null) {
            return;
        }
        after.add(new FormState.InPrefix(node));
        if (node.isEnd()) {
            after.add(new FormState.InStem(prefixable, letter));
        }
    }
}
