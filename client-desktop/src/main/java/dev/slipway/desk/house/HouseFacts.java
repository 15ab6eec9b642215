package dev.slipway.desk.house;

import dev.slipway.model.moderation.BannedWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server said last.
 *
 * @param server its origin
 * @param price in wei, decimal text; null where it tells none before an offer
 */
record HouseFacts(String server, @Nullable String price, long chainId, List<BannedWord> words) {
    HouseFacts {
        words = List.copyOf(words);
    }
}
