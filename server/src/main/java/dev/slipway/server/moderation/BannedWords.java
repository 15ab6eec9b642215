package dev.slipway.server.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table banned_word. Read for each review, so that a change counts at once; the list is short. */
@Component
class BannedWords {
    private final JdbcClient database;

    BannedWords(JdbcClient database) {
        this.database = database;
    }

    /**
     * A word of the text that is on the list.
     *
     * @param written as it stands in the text
     * @param category the rule that it breaks
     */
    record Hit(String written, String category) {}

    List<Hit> in(String text) {
        Map<String, String> written = WordSkeleton.of(text);
        Map<String, String> banned = categories();
        List<Hit> hits = new ArrayList<>();
        written.forEach((skeleton, word) -> {
            String category = banned.get(skeleton);
            if (category != null) {
                hits.add(new Hit(word, category));
            }
        });
        return hits;
    }

    /** By skeleton. */
    private Map<String, String> categories() {
        return database
                .sql("SELECT word, category FROM banned_word ORDER BY word")
                .query((row, number) -> Map.entry(WordSkeleton.ofWord(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
