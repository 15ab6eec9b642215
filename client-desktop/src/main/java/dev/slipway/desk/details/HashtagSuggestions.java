package dev.slipway.desk.details;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.LatestWins;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.house.HouseModel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Hashtags to choose from while one is typed: the creator's own of other publications, then what is used on the server. */
public final class HashtagSuggestions {
    private static final int MOST = 8;

    private final ObservableList<String> found = FXCollections.observableArrayList();
    private final ObservableList<String> shown = FXCollections.unmodifiableObservableList(found);
    private final LatestWins<Typed> searching;
    private Typed last = new Typed("", Set.of());

    HashtagSuggestions(Drafts drafts, HouseModel house, Background background) {
        searching = new LatestWins<>(background, typed -> {
            List<String> hashtags = search(typed, drafts, house);
            background.ui().run(() -> show(typed, hashtags));
        });
    }

    /**
     * What a person has typed so far.
     *
     * @param taken the publication's hashtags, in lower case
     */
    private record Typed(String beginning, Set<String> taken) {}

    /** The best first. */
    public ObservableList<String> shown() {
        return shown;
    }

    /** Searches in the background; of quick typing only the last counts. */
    public void typed(String beginning, List<String> taken) {
        last = new Typed(
                small(beginning.strip().replace("#", "")),
                taken.stream().map(HashtagSuggestions::small).collect(Collectors.toSet()));
        searching.offer(last);
    }

    private void show(Typed typed, List<String> hashtags) {
        if (typed.equals(last)) {
            found.setAll(hashtags);
        }
    }

    private static List<String> search(Typed typed, Drafts drafts, HouseModel house) {
        Set<String> seen = new TreeSet<>(typed.taken());
        List<String> own = own(typed.beginning(), drafts);
        List<String> used = house.hashtags(typed.beginning(), MOST);
        return Stream.concat(own.stream(), used.stream())
                .filter(hashtag -> seen.add(small(hashtag)))
                .limit(MOST)
                .toList();
    }

    /** The most used first, and of those the newest. */
    private static List<String> own(String beginning, Drafts drafts) {
        Map<String, Long> uses = drafts.all().stream()
                .map(Draft::form)
                .flatMap(form -> form.hashtags().stream())
                .filter(hashtag -> small(hashtag).startsWith(beginning))
                .collect(Collectors.groupingBy(hashtag -> hashtag, LinkedHashMap::new, Collectors.counting()));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String small(String hashtag) {
        return hashtag.toLowerCase(Locale.ROOT);
    }
}
