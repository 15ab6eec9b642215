package dev.slipway.desk.server;

import dev.slipway.model.ethereum.Address;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/operator}: whose key signs this server's terms.
 *
 * @param chainRpc the development chain's node; production servers tell none
 * @param price in wei, decimal text, as offers are made now; null from servers that tell it only with an offer
 */
public record Operator(
        Address address,
        String audience,
        long chainId,
        @Nullable String chainRpc,
        @Nullable String price) {
    public Operator {
        Objects.requireNonNull(address, "an operator has an address");
        Objects.requireNonNull(audience, "an operator has an audience");
    }
}
