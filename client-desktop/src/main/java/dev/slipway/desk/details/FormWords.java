package dev.slipway.desk.details;

import dev.slipway.desk.language.Texts;
import dev.slipway.model.publication.FormRules;
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
        int length = length(title);
        if (title.isBlank()) {
            return texts.get("details.title.missing");
        }
        return length > FormRules.MAX_TITLE
                ? texts.plural("details.too-long", length - FormRules.MAX_TITLE)
                : texts.get("details.signs");
    }

    /** Of a description that the rules refuse. */
    String description(String description) {
        int length = length(description);
        return length > FormRules.MAX_DESCRIPTION
                ? texts.plural("details.too-long", length - FormRules.MAX_DESCRIPTION)
                : texts.get("details.signs");
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

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
