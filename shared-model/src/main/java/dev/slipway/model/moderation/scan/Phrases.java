package dev.slipway.model.moderation.scan;

import dev.slipway.model.moderation.fold.Glyph;
import dev.slipway.model.moderation.form.Lexeme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the words of listed phrases together where they follow one another. */
public final class Phrases {
    /** Code points between two words of a phrase, as in "word — word". */
    private static final int LONGEST_GAP = 3;

    private final List<Glyph> glyphs;

    /** Words of phrases by where they begin and which word they are; the first one found counts. */
    private final Map<Key, Match> parts = new HashMap<>();

    private record Key(int from, Lexeme lexeme) {}

    private Phrases(List<Glyph> glyphs) {
        this.glyphs = glyphs;
    }

    /**
     * @param found words, of phrases and others
     * @return the words that stand for themselves and the phrases that are whole, each with the lexeme of its last word
     */
    public static List<Match> complete(List<Match> found, List<Glyph> glyphs) {
        Phrases phrases = new Phrases(glyphs);
        List<Match> whole = new ArrayList<>();
        for (Match match : found) {
            if (!match.isWhole()) {
                phrases.parts.putIfAbsent(new Key(match.from(), match.lexeme()), match);
            }
        }
        for (Match match : found) {
            if (match.isWhole()) {
                whole.add(match);
            } else if (match.lexeme().part() == 0) {
                phrases.follow(match, whole);
            }
        }
        return whole;
    }

    private void follow(Match first, List<Match> whole) {
        Match last = first;
        while (last.lexeme().part() + 1 < last.lexeme().parts()) {
            Lexeme wanted = new Lexeme(
                    last.lexeme().entry(),
                    last.lexeme().part() + 1,
                    last.lexeme().parts());
            Match next = parts.get(new Key(last.to(), wanted));
            if (next == null || glyphs.get(last.to()).gap().length() > LONGEST_GAP) {
                return;
            }
            last = next;
        }
        whole.add(new Match(first.from(), last.to(), last.lexeme()));
    }
}
