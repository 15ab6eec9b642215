package dev.slipway.model.moderation.scan;

import dev.slipway.model.moderation.fold.Glyph;
import dev.slipway.model.moderation.fold.Lookalikes;
import dev.slipway.model.moderation.form.FormTrie;
import dev.slipway.model.moderation.form.Lexeme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Looks up every stretch of a text that may be a word. A walk begins at each part of a word and ends after {@link #LONGEST}
 * glyphs at the latest, so that the steps are bounded by a constant for each glyph.
 */
public final class WordScanner {
    /** Glyphs of one stretch; repeated letters count once. */
    private static final int LONGEST = 48;

    /** Letters of a word that is only a part of what is written together. */
    private static final int SHORTEST_PART = 3;

    private static final String ANY_VOWEL = "*aeiouyаеиоуыэюя";
    private static final Set<Crossing> EVERY = EnumSet.allOf(Crossing.class);

    private final FormTrie forms;
    private final GlyphRow row;
    private final boolean isDisguiseRead;
    private final List<Match> matches = new ArrayList<>();
    private long steps;

    private WordScanner(FormTrie forms, List<Glyph> glyphs, boolean isDisguiseRead) {
        this.forms = forms;
        this.row = new GlyphRow(glyphs);
        this.isDisguiseRead = isDisguiseRead;
    }

    /**
     * What was found, and what it took.
     *
     * @param matches in the order in which they begin
     * @param steps of walks, of which each takes one glyph or a run of the same
     */
    public record Result(List<Match> matches, long steps) {}

    /** Words in whatever disguise. */
    public static Result disguised(FormTrie forms, List<Glyph> glyphs) {
        return new WordScanner(forms, glyphs, true).scan(EVERY);
    }

    /** Words as they are written, in whatever capitals. */
    public static Result plain(FormTrie forms, List<Glyph> glyphs) {
        return new WordScanner(forms, glyphs, false).scan(EnumSet.of(Crossing.NONE));
    }

    private Result scan(Set<Crossing> crossings) {
        for (int from = 0; from < row.size(); from++) {
            if (row.isPartStart(from)) {
                for (Crossing crossing : crossings) {
                    if (mayBegin(crossing, from)) {
                        walk(from, crossing);
                    }
                }
            }
        }
        return new Result(List.copyOf(matches), steps);
    }

    /** Stretches with gaps begin where a word does and reach beyond it. */
    private boolean mayBegin(Crossing crossing, int from) {
        int next = row.wordEnd(from);
        return crossing == Crossing.NONE
                || row.isWordStart(from) && next < row.size() && crossing.mayCross(row, from, next);
    }

    private void walk(int from, Crossing crossing) {
        FormTrie.Walk walk = forms.start();
        int at = from;
        for (int step = 0; step < LONGEST && at < row.size(); step++) {
            if (at > from && row.isWordStart(at) && !crossing.mayCross(row, from, at)) {
                return;
            }
            int run = row.run(at);
            FormTrie.Walk read = read(walk, at, run);
            steps++;
            int end = at + run;
            if (crossing.mayEnd(row, from, end)) {
                take(from, end, read);
            }
            boolean mayBeNothing = isDisguiseRead && at > from && Lookalikes.mayBeNothing(row.glyph(at));
            walk = mayBeNothing ? read.and(walk) : read;
            if (walk.isOver()) {
                return;
            }
            at = end;
        }
    }

    /** After the letter at this place, which is written so many times. */
    private FormTrie.Walk read(FormTrie.Walk walk, int at, int run) {
        String letters = letters(at);
        FormTrie.Walk once = forms.step(walk, letters);
        if (run == 1) {
            return once;
        }
        FormTrie.Walk twice = forms.step(once, letters);
        if (!isDisguiseRead) {
            return run == 2 ? twice : forms.step(twice, letters);
        }
        return row.mayBeOne(at, run) ? once.and(twice) : twice;
    }

    private String letters(int at) {
        Glyph glyph = row.glyph(at);
        if (!isDisguiseRead) {
            return Lookalikes.readings(glyph, false).substring(0, 1);
        }
        return Lookalikes.hidesVowel(glyph) ? ANY_VOWEL : row.readings(at);
    }

    private void take(int from, int to, FormTrie.Walk walk) {
        int letters = row.letters(from, to);
        boolean isExclamation = row.isWordEnd(to) && row.glyph(to - 1).letter() == '!';
        if (letters == 0 || letters * 3 < to - from || isExclamation) {
            return;
        }
        boolean isPart = !row.isWordStart(from) || !row.isWordEnd(to);
        for (Lexeme lexeme : forms.found(walk)) {
            if (!isPart || to - from >= SHORTEST_PART || lexeme.parts() > 1) {
                matches.add(new Match(from, to, lexeme));
            }
        }
    }
}
