package dev.slipway.model.moderation;

import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds the words of an operator's list in texts, disguised or inflected (docs/moderation.md). Immutable and safe for all
 * threads; made ready with the first text, so that making one costs nothing, or by {@link #prepare}.
 */
public final class WordList {
    public static final WordList EMPTY = new WordList(List.of(), List.of());

    private final List<BannedWord> words;
    private final List<AllowedWord> exceptions;
    private final Supplier<CompiledWords> compiled;

    private WordList(List<BannedWord> words, List<AllowedWord> exceptions) {
        this.words = words;
        this.exceptions = exceptions;
        this.compiled = new Once<>(() -> new CompiledWords(words, exceptions));
    }

    public static WordList of(Collection<BannedWord> words, Collection<AllowedWord> exceptions) {
        return new WordList(List.copyOf(words), List.copyOf(exceptions));
    }

    /** Makes it ready now, for whoever cannot wait with the first text: some tenths of a second for a usual list. */
    public WordList prepare() {
        // What is not ASCII needs tables of its own.
        var unused = in("", "\u00E9");
        return this;
    }

    public List<BannedWord> words() {
        return words;
    }

    public List<AllowedWord> exceptions() {
        return exceptions;
    }

    /** In all words of the form that anybody will read. */
    public List<WordHit> in(PublicationForm form) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", form.title());
        texts.put("description", form.description());
        for (int i = 0; i < form.hashtags().size(); i++) {
            texts.put("hashtags[" + i + "]", form.hashtags().get(i));
        }
        Profile profile = form.profileOrEmpty();
        texts.put("profile.name", profile.name());
        texts.put("profile.url", profile.url());
        texts.put("profile.activityHobbies", profile.activityHobbies());
        List<WordHit> hits = new ArrayList<>();
        texts.forEach((field, text) -> hits.addAll(in(field, text)));
        return hits;
    }

    /**
     * @param field that the hits are to name
     * @return in the order of the text; no two lie on one another
     */
    public List<WordHit> in(String field, String text) {
        return words.isEmpty() || text.isBlank()
                ? List.of()
                : compiled.get().find(field, text).hits();
    }
}
