package dev.slipway.desk.house;

import dev.slipway.desk.ethereum.Money;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.moderation.AllowedWord;
import dev.slipway.model.moderation.BannedWord;
import dev.slipway.model.moderation.WordRules;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.PriceList;
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
 * @param price in wei, or in the token's smallest unit, decimal text; null where it tells none before an offer, or none that could be paid
 * @param priceList what the price is made of; null where the server has one price
 * @param token what the prices are in, as the server says; null for the chain's own coin
 * @param accessLevels that publications there can have
 */
record HouseFacts(
        String server,
        @Nullable String price,
        @Nullable PriceList priceList,
        @Nullable PaymentToken token,
        long chainId,
        List<BannedWord> words,
        List<AllowedWord> exceptions,
        Set<AccessLevel> accessLevels) {
    /** Nothing larger fits into a transaction. */
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,78}");

    /** What is kept may come from another version, or from somebody's editor. */
    HouseFacts(
            @Nullable String server,
            @Nullable String price,
            @Nullable PriceList priceList,
            @Nullable PaymentToken token,
            long chainId,
            @Nullable List<BannedWord> words,
            @Nullable List<AllowedWord> exceptions,
            @Nullable Set<AccessLevel> accessLevels) {
        this.server = Objects.requireNonNullElse(server, "");
        this.price = price != null && AMOUNT.matcher(price).matches() ? price : null;
        this.priceList = priceList;
        this.token = token;
        this.chainId = chainId;
        this.words = atMost(words);
        this.exceptions = atMost(exceptions);
        this.accessLevels = accessLevels == null ? Set.of(AccessLevel.PUBLIC) : Set.copyOf(accessLevels);
    }

    /** No honest server has more, and each takes memory and time here. */
    private static <T> List<T> atMost(@Nullable List<T> rows) {
        return rows == null
                ? List.of()
                : rows.stream().limit(WordRules.MAX_ROWS).toList();
    }

    /** A server from before there were lists has the same price for everything. */
    Optional<Prices> prices() {
        return Optional.ofNullable(priceList)
                .or(() -> Optional.ofNullable(price).map(BigInteger::new).map(PriceList::of))
                .map(list -> new Prices(list, new Money(token)));
    }
}
