package dev.slipway.model.moderation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list that a new server has, read from its migrations, so that what is measured is what is shipped. */
final class StartingList {
    private static final Path MIGRATIONS = Path.of("../server/src/main/resources/db/migration");
    private static final String TEXT = "'((?:[^']|'')+)'";
    private static final Pattern WORD =
            Pattern.compile("\\(" + TEXT + ", " + TEXT + ", " + TEXT + "(?:, " + TEXT + ")?\\)");
    private static final Pattern EXCEPTION = Pattern.compile("\\(" + TEXT + ", " + TEXT + "\\)");

    private StartingList() {}

    static WordList read() throws IOException {
        List<BannedWord> words = new ArrayList<>();
        List<AllowedWord> exceptions = new ArrayList<>();
        for (String file : List.of("V3_1__banned_words.sql", "V11__word_list.sql")) {
            for (String line : Files.readAllLines(MIGRATIONS.resolve(file))) {
                read(line.strip(), words, exceptions);
            }
        }
        return WordList.of(words, exceptions);
    }

    private static void read(String line, List<BannedWord> words, List<AllowedWord> exceptions) {
        Matcher word = WORD.matcher(line);
        Matcher exception = EXCEPTION.matcher(line);
        if (!line.startsWith("(")) {
            return;
        }
        if (word.lookingAt()) {
            String severity = word.group(4);
            words.add(new BannedWord(
                    plain(word.group(1)),
                    word.group(2),
                    word.group(3),
                    severity == null ? null : Severity.parse(severity)));
        } else if (exception.lookingAt()) {
            exceptions.add(new AllowedWord(plain(exception.group(2)), exception.group(1)));
        }
    }

    private static String plain(String quoted) {
        return quoted.replace("''", "'");
    }
}
