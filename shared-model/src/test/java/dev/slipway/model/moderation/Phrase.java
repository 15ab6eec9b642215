package dev.slipway.model.moderation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A line of phrases.tsv.
 *
 * @param isHeldOut not looked at while the matcher was made
 * @param isBad whether it has to be found
 * @param kind of disguise, or of innocence
 */
record Phrase(boolean isHeldOut, boolean isBad, String language, String expected, String kind, String text) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    static List<Phrase> all() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Phrase.class.getResourceAsStream("/moderation/phrases.tsv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Phrase::parse)
                    .toList();
        }
    }

    private static Phrase parse(String line) {
        String[] columns = line.split("\t", -1);
        String text = ESCAPE.matcher(columns[5])
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        return new Phrase(
                columns[0].equals("hold"), columns[1].equals("bad"), columns[2], columns[3], columns[4], text);
    }
}
