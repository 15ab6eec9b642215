package dev.slipway.model.moderation.scan;

import dev.slipway.model.moderation.fold.Gap;
import dev.slipway.model.moderation.fold.Glyph;
import dev.slipway.model.moderation.fold.Lookalikes;
import java.util.List;

/**
 * The glyphs of a text with what is asked of each: in which word it stands, where a part of a hashtag may begin, what it may
 * be read as. A word is what has no gap within, with its signs: {@code $h!t}.
 */
final class GlyphRow {
    private final List<Glyph> glyphs;
    private final int[] wordEnds;
    private final boolean[] disguised;
    private final boolean[] stretched;

    /** How many letters there are before each glyph. */
    private final int[] lettersBefore;

    GlyphRow(List<Glyph> glyphs) {
        this.glyphs = glyphs;
        this.wordEnds = new int[glyphs.size()];
        this.disguised = new boolean[glyphs.size()];
        this.stretched = new boolean[glyphs.size()];
        this.lettersBefore = new int[glyphs.size() + 1];
        for (int i = 0; i < glyphs.size(); i++) {
            lettersBefore[i + 1] = lettersBefore[i] + (glyphs.get(i).isLetter() ? 1 : 0);
        }
        for (int from = 0; from < glyphs.size(); from = wordEnds[from]) {
            word(from);
        }
    }

    private void word(int from) {
        boolean hasLatin = false;
        boolean hasCyrillic = false;
        boolean hasOther = false;
        boolean isStretched = false;
        int to = from;
        do {
            Glyph glyph = glyphs.get(to);
            hasCyrillic |= glyph.isCyrillic();
            hasLatin |= glyph.isLetter() && !glyph.isCyrillic();
            hasOther |= !glyph.isLetter();
            isStretched |= to - from >= 2 && same(to, to - 1) && same(to, to - 2);
            to++;
        } while (to < glyphs.size() && glyphs.get(to).gap().isNone());
        for (int i = from; i < to; i++) {
            wordEnds[i] = to;
            disguised[i] = hasLatin && hasCyrillic || hasOther && (hasLatin || hasCyrillic);
            stretched[i] = isStretched;
        }
    }

    private boolean same(int one, int other) {
        return glyphs.get(one).letter() == glyphs.get(other).letter();
    }

    int size() {
        return glyphs.size();
    }

    Glyph glyph(int index) {
        return glyphs.get(index);
    }

    Gap gap(int index) {
        return glyphs.get(index).gap();
    }

    boolean isWordStart(int index) {
        return index == 0 || !gap(index).isNone();
    }

    /** One beyond the last glyph of the word in which this one stands. */
    int wordEnd(int index) {
        return wordEnds[index];
    }

    boolean isWordEnd(int index) {
        return index == glyphs.size() || isWordStart(index);
    }

    /** Whether a part of a word ends before this glyph: as in {@code BigCasino}, {@code casino777}, {@code топcasino}. */
    boolean isPartStart(int index) {
        if (index == glyphs.size() || isWordStart(index)) {
            return true;
        }
        Glyph before = glyphs.get(index - 1);
        Glyph glyph = glyphs.get(index);
        if (before.kind() != glyph.kind() || before.isLetter() && before.isCyrillic() != glyph.isCyrillic()) {
            return true;
        }
        return glyph.isUpper() && (!before.isUpper() || isLastCapital(index));
    }

    /** As the C in {@code HTMLCasino}. */
    private boolean isLastCapital(int index) {
        return index + 1 < wordEnds[index]
                && glyphs.get(index + 1).isLetter()
                && !glyphs.get(index + 1).isUpper();
    }

    String readings(int index) {
        return Lookalikes.readings(glyphs.get(index), disguised[index]);
    }

    /** Glyphs that follow as one letter repeated, at least 1. */
    int run(int index) {
        int end = index + 1;
        while (end < wordEnds[index] && same(end, index) && !isPartStart(end)) {
            end++;
        }
        return end - index;
    }

    /** Whether a letter written so many times may be meant once: three are stretched, and two where others are. */
    boolean mayBeOne(int index, int run) {
        return run > 2
                || run == 2
                        && (stretched[index] || isNeverDouble(glyphs.get(index).letter()));
    }

    /** Vowels that neither language doubles, but for names. */
    private static boolean isNeverDouble(char letter) {
        return "uayауыэя".indexOf(letter) >= 0;
    }

    int letters(int from, int to) {
        return lettersBefore[to] - lettersBefore[from];
    }
}
