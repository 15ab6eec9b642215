package dev.slipway.desk.house;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.moderation.AllowedWord;
import dev.slipway.model.moderation.BannedWord;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server said last.
 *
 * @param server its origin
 * @param price in wei, decimal text; null where it tells none before an offer, or none that could be paid
 * @param accessLevels that publications there can have
 */
record HouseFacts(
        String server,
        @Nullable String price,
        long chainId,
        List<BannedWord> words,
        List<AllowedWord> exceptions,
        Set<AccessLevel> accessLevels) {
    /** Nothing larger fits into a transaction. */
    private static final Pattern WEI = Pattern.compile("[0-9]{1,78}");

    /** What is kept may come from another version, or from somebody's editor. */
    HouseFacts(
            @Nullable String server,
            @Nullable String price,
            long chainId,
            @Nullable List<BannedWord> words,
            @Nullable List<AllowedWord> exceptions,
            @Nullable Set<AccessLevel> accessLevels) {
        this.server = Objects.requireNonNullElse(server, "");
        this.price = price != null && WEI.matcher(price).matches() ? price : null;
        this.chainId = chainId;
        this.words = words == null ? List.of() : List.copyOf(words);
        this.exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        this.accessLevels = accessLevels == null ? Set.of(AccessLevel.PUBLIC) : Set.copyOf(accessLevels);
    }

    Optional<BigInteger> wei() {
        return Optional.ofNullable(price).map(BigInteger::new);
    }
}
