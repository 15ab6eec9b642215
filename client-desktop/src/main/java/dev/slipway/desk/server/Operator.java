package dev.slipway.desk.server;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.PriceList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/operator}: whose key signs this server's terms.
 *
 * @param chainRpc the development chain's node; production servers tell none
 * @param price in wei, or in the token's smallest unit, decimal text, as offers are made now, the least where the film counts; null from servers that tell
 *     it only with an offer
 * @param accessLevels that publications there can have, in their text form; null from servers that know of none
 * @param priceList what the price is made of; null from servers that have one price
 * @param token what the prices are in, as the server says; null for the chain's own coin
 */
public record Operator(
        Address address,
        String audience,
        long chainId,
        @Nullable String chainRpc,
        @Nullable String price,
        @Nullable List<String> accessLevels,
        @Nullable PriceList priceList,
        @Nullable PaymentToken token) {
    public Operator {
        Objects.requireNonNull(address, "an operator has an address");
        Objects.requireNonNull(audience, "an operator has an audience");
    }

    /** Those of them that this desk knows. A server that tells none takes only what is for everyone. */
    public Set<AccessLevel> granted() {
        Set<AccessLevel> known = accessLevels == null
                ? Set.of()
                : accessLevels.stream()
                        .flatMap(text -> AccessLevel.find(text).stream())
                        .collect(Collectors.toUnmodifiableSet());
        return known.isEmpty() ? Set.of(AccessLevel.PUBLIC) : known;
    }
}
