package dev.slipway.model.moderation.scan;

import dev.slipway.model.moderation.fold.Gap;
import dev.slipway.model.moderation.fold.Glyph;

/** Which gaps a word may be torn apart by. Each kind says how far a stretch may go on and where it may end. */
enum Crossing {
    /** None: a word, or a part of a hashtag. */
    NONE {
        @Override
        boolean mayCross(GlyphRow row, int from, int at) {
            return false;
        }

        @Override
        boolean mayEnd(GlyphRow row, int from, int to) {
            boolean isWord = row.isWordStart(from) && row.isWordEnd(to);
            return isWord || row.isPartStart(to);
        }
    },

    /** One sign at a time, between pieces of any length: {@code fu-ck}. */
    SIGNS {
        @Override
        boolean mayCross(GlyphRow row, int from, int at) {
            return row.gap(at).isOneSign();
        }

        @Override
        boolean mayEnd(GlyphRow row, int from, int to) {
            return row.isWordEnd(to) && to > row.wordEnd(from) && row.letters(from, to) >= SHORT;
        }
    },

    /** Whatever is short, between letters that stand alone: {@code f . u . c . k}. */
    LETTERS {
        @Override
        boolean mayCross(GlyphRow row, int from, int at) {
            Gap gap = row.gap(at);
            return isAlone(row, from)
                    && isAlone(row, at)
                    && gap.length() <= LONGEST_GAP
                    && !(gap.hasComma() && gap.hasSpace());
        }

        @Override
        boolean mayEnd(GlyphRow row, int from, int to) {
            return row.isWordEnd(to) && to - from >= SHORT;
        }
    },

    /** Single spaces, between pieces of one or two letters of which two stand alone: {@code f u ck}. */
    PIECES {
        @Override
        boolean mayCross(GlyphRow row, int from, int at) {
            return row.gap(at).isOneSpace() && isPiece(row, from) && isPiece(row, at);
        }

        @Override
        boolean mayEnd(GlyphRow row, int from, int to) {
            int alone = 0;
            for (int i = from; i < to; i++) {
                alone += isAlone(row, i) ? 1 : 0;
            }
            return row.isWordEnd(to) && alone >= 2 && to - from > SHORT;
        }
    },

    /** One space, beside a piece that is no word because it has no vowel: {@code sh it}. */
    FRAGMENT {
        @Override
        boolean mayCross(GlyphRow row, int from, int at) {
            return row.gap(at).isOneSpace()
                    && at == row.wordEnd(from)
                    && (isFragment(row, from) || isFragment(row, at));
        }

        @Override
        boolean mayEnd(GlyphRow row, int from, int to) {
            return row.isWordEnd(to) && to > row.wordEnd(from) && to - from >= SHORT;
        }
    };

    private static final int SHORT = 3;
    private static final int LONGEST_GAP = 3;
    private static final String VOWELS = "aeiouyаеиоуыэюяіє";

    /** Prepositions and particles, and what English leaves after an apostrophe. */
    private static final String WORDS_OF_ONE = "вскбжsdtm";

    /** @param at first glyph after a gap */
    abstract boolean mayCross(GlyphRow row, int from, int at);

    /** @param to one beyond the last glyph; a part ends here */
    abstract boolean mayEnd(GlyphRow row, int from, int to);

    private static boolean isAlone(GlyphRow row, int index) {
        return row.isWordStart(index) && row.wordEnd(index) == index + 1;
    }

    private static boolean isPiece(GlyphRow row, int index) {
        return row.isWordStart(index) && row.wordEnd(index) <= index + 2;
    }

    private static boolean isFragment(GlyphRow row, int index) {
        int end = row.wordEnd(index);
        if (end - index > SHORT
                || end - index == 1 && WORDS_OF_ONE.indexOf(row.glyph(index).letter()) >= 0) {
            return false;
        }
        for (int i = index; i < end; i++) {
            Glyph glyph = row.glyph(i);
            if (!glyph.isLetter() || VOWELS.indexOf(glyph.letter()) >= 0) {
                return false;
            }
        }
        return true;
    }
}
