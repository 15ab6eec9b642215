package dev.slipway.desk.details;

import dev.slipway.desk.language.Texts;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.text.PlainText;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a rule of the form means for what was typed, in the chosen language. Whether a rule is broken, it never decides. */
final class FormWords {
    private final Texts texts;

    FormWords(Texts texts) {
        this.texts = texts;
    }

    /** Of a title that the rules refuse. */
    String title(String title) {
        return !PlainText.isSeen(title) ? texts.get("details.title.missing") : text(title, FormRules.MAX_TITLE);
    }

    /** Of any text that the rules refuse: it is too long, or has signs in it that nobody sees. */
    String text(String text, int most) {
        int length = PlainText.length(text);
        return length > most ? texts.plural("details.too-long", length - most) : texts.get("details.signs");
    }

    /** Of words that the rules refuse as hashtags beside those that are there. */
    String hashtags(String typed, Iterable<String> there) {
        Set<String> seen = new TreeSet<>();
        there.forEach(hashtag -> seen.add(hashtag.toLowerCase(Locale.ROOT)));
        int count = seen.size();
        for (String word : typed.strip().split("[\\s,#]+")) {
            count++;
            if (!word.isEmpty() && !seen.add(word.toLowerCase(Locale.ROOT))) {
                return texts.get("details.hashtags.twice", word);
            }
        }
        return count > FormRules.MAX_HASHTAGS
                ? texts.get("details.hashtags.full", String.valueOf(FormRules.MAX_HASHTAGS))
                : texts.get("details.hashtags.wrong", String.valueOf(FormRules.MAX_HASHTAG));
    }
}
