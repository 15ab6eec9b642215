package dev.slipway.desk.house;

import dev.slipway.model.moderation.BannedWord;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server said last.
 *
 * @param server its origin
 * @param price in wei, decimal text; null where it tells none before an offer, or none that could be paid
 */
record HouseFacts(String server, @Nullable String price, long chainId, List<BannedWord> words) {
    /** Nothing larger fits into a transaction. */
    private static final Pattern WEI = Pattern.compile("[0-9]{1,78}");

    /** What is kept may come from another version, or from somebody's editor. */
    HouseFacts(@Nullable String server, @Nullable String price, long chainId, @Nullable List<BannedWord> words) {
        this.server = Objects.requireNonNullElse(server, "");
        this.price = price != null && WEI.matcher(price).matches() ? price : null;
        this.chainId = chainId;
        this.words = words == null ? List.of() : List.copyOf(words);
    }

    Optional<BigInteger> wei() {
        return Optional.ofNullable(price).map(BigInteger::new);
    }
}
