package dev.slipway.model.moderation.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a text as glyphs: compatibility forms, case, accents, what cannot be seen, and letters of other alphabets that look
 * like Latin or Cyrillic ones are undone. Takes any text, unpaired surrogates too.
 */
public final class Glyphs {
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0";
    /** Stands for letters beyond the basic plane that look like none of ours. */
    private static final char ANY_LETTER = '\u3400';

    private static final int FULL_WIDTH = 0xFF00;

    private final String text;
    private final List<Glyph> glyphs = new ArrayList<>();
    private Gap gap = Gap.NONE;

    private Glyphs(String text) {
        this.text = text;
    }

    /** In the order of the text; none for what can only be a gap. */
    public static List<Glyph> of(String text) {
        Glyphs reading = new Glyphs(text);
        int at = 0;
        while (at < text.length()) {
            at = reading.read(at);
        }
        return List.copyOf(reading.glyphs);
    }

    /** The letters and digits alone, without the signs that stand in for some, as the words of lists are looked up. Idempotent. */
    public static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (Glyph glyph : of(text)) {
            if (glyph.kind() != Glyph.Kind.SIGN) {
                letters.append(Lookalikes.withoutBreve(glyph.letter()));
            }
        }
        return letters.toString();
    }

    private int read(int at) {
        Map.Entry<String, Character> row = Signs.rowAt(text, at);
        int rowEnd = at + row.getKey().length();
        if (rowEnd > at) {
            add(row.getValue(), at, rowEnd, Glyph.Kind.SIGN, isCapital());
            return rowEnd;
        }
        int point = text.codePointAt(at);
        int end = at + Character.charCount(point);
        if (PlainLetters.isKnown(point)) {
            add(PlainLetters.bare(point), at, end, kind(point), Character.isUpperCase(point));
        } else if (Signs.isSingle(point)) {
            add((char) point, at, end, Glyph.Kind.SIGN, isCapital());
        } else if (isUnseen(point)) {
            stretch(end);
        } else if (isGap(point)) {
            gap = gap.and(point);
        } else {
            addLookalikes(point, at, end);
        }
        return end;
    }

    private void addLookalikes(int point, int at, int end) {
        int before = glyphs.size();
        Confusables.of(point).codePoints().forEach(like -> {
            if (PlainLetters.isKnown(like)) {
                add(PlainLetters.bare(like), at, end, kind(like), Character.isUpperCase(point));
            } else if (Signs.isSingle(like)) {
                add((char) like, at, end, Glyph.Kind.SIGN, isCapital());
            } else if (Character.isLetterOrDigit(like)) {
                add(
                        like < Character.MIN_SUPPLEMENTARY_CODE_POINT ? (char) like : ANY_LETTER,
                        at,
                        end,
                        Glyph.Kind.LETTER,
                        false);
            }
        });
        if (glyphs.size() == before) {
            gap = gap.and(point);
        }
    }

    private void add(char letter, int at, int end, Glyph.Kind kind, boolean isUpper) {
        glyphs.add(new Glyph(letter, at, end, kind, isUpper, gap));
        gap = Gap.NONE;
    }

    /** A sign has no case; it takes that of the letter before. */
    private boolean isCapital() {
        return !glyphs.isEmpty() && glyphs.getLast().isUpper();
    }

    /** Accents and what cannot be seen belong to the glyph before, unless there is a gap between. */
    private void stretch(int end) {
        if (gap.isNone() && !glyphs.isEmpty()) {
            glyphs.set(glyphs.size() - 1, glyphs.getLast().upTo(end));
        }
    }

    private static Glyph.Kind kind(int point) {
        return Character.isDigit(point) ? Glyph.Kind.DIGIT : Glyph.Kind.LETTER;
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> BLANK_LETTERS.indexOf(point) >= 0;
        };
    }

    /** Without asking ICU: whatever is neither letter, number nor symbol, and no compatibility form of a sign. */
    private static boolean isGap(int point) {
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.OTHER_SYMBOL,
                    Character.MATH_SYMBOL -> point < 0x80;
            default -> point < FULL_WIDTH || point > FULL_WIDTH + 0xEF;
        };
    }
}
