package dev.slipway.model.moderation;

import dev.slipway.model.moderation.fold.Glyph;
import dev.slipway.model.moderation.fold.Glyphs;
import dev.slipway.model.moderation.form.FormTrie;
import dev.slipway.model.moderation.form.Lexeme;
import dev.slipway.model.moderation.scan.Match;
import dev.slipway.model.moderation.scan.Phrases;
import dev.slipway.model.moderation.scan.WordScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A list ready to be looked up in. Immutable. */
final class CompiledWords {
    private final List<BannedWord> rows;
    private final FormTrie banned = new FormTrie();
    private final FormTrie allowed = new FormTrie();

    CompiledWords(List<BannedWord> rows, List<AllowedWord> exceptions) {
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            BannedWord row = rows.get(i);
            List<String> parts = parts(row.word());
            for (int part = 0; part < parts.size(); part++) {
                banned.add(parts.get(part), row.language(), new Lexeme(i, part, parts.size()));
            }
        }
        for (int i = 0; i < exceptions.size(); i++) {
            List<String> parts = parts(exceptions.get(i).word());
            for (int part = 0; part < parts.size(); part++) {
                allowed.addExactly(parts.get(part), new Lexeme(i, part, parts.size()));
            }
        }
    }

    private static List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        for (String part : word.strip().split("[\\s-]+", -1)) {
            if (!Glyphs.letters(part).isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** What was found, and how many steps of the lookup it took. */
    record Found(List<WordHit> hits, long steps) {}

    Found find(String field, String text) {
        List<Glyph> glyphs = Glyphs.of(text);
        WordScanner.Result scan = WordScanner.disguised(banned, glyphs);
        List<Match> matches = Phrases.complete(scan.matches(), glyphs);
        if (matches.isEmpty()) {
            return new Found(List.of(), scan.steps());
        }
        WordScanner.Result exceptions = WordScanner.plain(allowed, glyphs);
        TreeMap<Integer, Integer> excused = excused(Phrases.complete(exceptions.matches(), glyphs));
        matches.removeIf(match -> isExcused(match, excused));
        List<WordHit> hits = apart(matches).stream()
                .map(match -> hit(field, text, glyphs, match))
                .toList();
        return new Found(hits, scan.steps() + exceptions.steps());
    }

    /** Beginnings with the furthest end of any exception that began there or before. */
    private static TreeMap<Integer, Integer> excused(List<Match> matches) {
        TreeMap<Integer, Integer> excused = new TreeMap<>();
        matches.forEach(match -> excused.merge(match.from(), match.to(), Math::max));
        int furthest = 0;
        for (Map.Entry<Integer, Integer> stretch : excused.entrySet()) {
            furthest = Math.max(furthest, stretch.getValue());
            stretch.setValue(furthest);
        }
        return excused;
    }

    private static boolean isExcused(Match match, TreeMap<Integer, Integer> excused) {
        Map.Entry<Integer, Integer> stretch = excused.floorEntry(match.from());
        return stretch != null && stretch.getValue() >= match.to();
    }

    /** Those that lie on others go: refusals before reviews, long ones before short ones, the longer row, the earlier row. */
    private List<Match> apart(List<Match> matches) {
        TreeMap<Integer, Match> taken = new TreeMap<>();
        matches.stream()
                .sorted(Comparator.comparing((Match match) -> row(match).severity())
                        .thenComparing(match -> match.from() - match.to())
                        .thenComparing(match -> -row(match).word().length())
                        .thenComparing(Match::from)
                        .thenComparing(match -> match.lexeme().entry()))
                .forEach(match -> {
                    Map.Entry<Integer, Match> before = taken.lowerEntry(match.to());
                    if (before == null || before.getValue().to() <= match.from()) {
                        taken.put(match.from(), match);
                    }
                });
        return List.copyOf(taken.values());
    }

    private BannedWord row(Match match) {
        return rows.get(match.lexeme().entry());
    }

    private WordHit hit(String field, String text, List<Glyph> glyphs, Match match) {
        int start = glyphs.get(match.from()).start();
        int end = glyphs.get(match.to() - 1).end();
        BannedWord row = row(match);
        return new WordHit(
                field, start, end - start, text.substring(start, end), row.word(), row.category(), row.severity());
    }
}
