package dev.slipway.model.moderation.form;

import dev.slipway.model.moderation.fold.Glyphs;
import java.util.List;

/**
 * How a word is inflected: its stems, each with the endings that it takes.
 *
 * @param stems at least one
 * @param isVerb whether Russian verbal prefixes may stand before it
 */
record Paradigm(List<Stem> stems, boolean isVerb) {

    /**
     * One stem.
     *
     * @param letters folded
     * @param endings root of a trie of folded endings, shared between words
     */
    record Stem(String letters, Node endings) {}

    private static final Node NOTHING = endings("");

    static Paradigm exact(String word) {
        return new Paradigm(List.of(stem(word, NOTHING)), false);
    }

    static Paradigm of(Stem... stems) {
        return new Paradigm(List.of(stems), false);
    }

    static Paradigm verb(Stem... stems) {
        return new Paradigm(List.of(stems), true);
    }

    static Stem stem(String letters, Node endings) {
        return new Stem(Glyphs.letters(letters), endings);
    }

    /** @param endings by single spaces; {@code _} is the empty one */
    static Node endings(String endings) {
        Node root = new Node();
        for (String ending : endings.split(" ", -1)) {
            root.after(Glyphs.letters(ending.replace("_", ""))).end();
        }
        return root;
    }

    /** Each of the first followed by each of the second. */
    static String cross(String first, String second) {
        StringBuilder all = new StringBuilder();
        for (String one : first.split(" ", -1)) {
            for (String two : second.split(" ", -1)) {
                all.append(all.isEmpty() ? "" : " ").append((one + two).replace("_", ""));
            }
        }
        return all.toString();
    }
}
