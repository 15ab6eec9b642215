package dev.slipway.model.moderation;

import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the words of an operator's list in texts, disguised or not. Immutable. */
public final class WordList {
    public static final WordList EMPTY = new WordList(Map.of());

    /** By skeleton. */
    private final Map<String, String> categories;

    private WordList(Map<String, String> categories) {
        this.categories = categories;
    }

    /** Where two rows come to the same skeleton, the first one's category counts. */
    public static WordList of(Collection<BannedWord> words) {
        return new WordList(words.stream()
                .collect(Collectors.toUnmodifiableMap(
                        word -> WordSkeleton.ofWord(word.word()), BannedWord::category, (first, second) -> first)));
    }

    /**
     * A word that is on the list.
     *
     * @param field as {@link dev.slipway.model.problem.Violation} names it, such as {@code hashtags[1]}
     * @param written as it stands in the text
     * @param category the rule that it breaks
     */
    public record Hit(String field, String written, String category) {}

    /** In all words of the form that anybody will read. */
    public List<Hit> in(PublicationForm form) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", form.title());
        texts.put("description", form.description());
        for (int i = 0; i < form.hashtags().size(); i++) {
            texts.put("hashtags[" + i + "]", form.hashtags().get(i).replace('_', ' '));
        }
        Profile profile = form.profileOrEmpty();
        texts.put("profile.name", profile.name());
        texts.put("profile.url", profile.url());
        texts.put("profile.activityHobbies", profile.activityHobbies());
        List<Hit> hits = new ArrayList<>();
        texts.forEach((field, text) -> hits.addAll(in(field, text)));
        return hits;
    }

    /** @param field that the hits are to name */
    public List<Hit> in(String field, String text) {
        List<Hit> hits = new ArrayList<>();
        WordSkeleton.of(text).forEach((skeleton, written) -> {
            String category = categories.get(skeleton);
            if (category != null) {
                hits.add(new Hit(field, written, category));
            }
        });
        return hits;
    }
}
