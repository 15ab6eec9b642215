package dev.slipway.desk.server;

import dev.slipway.model.ethereum.Address;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/operator}: whose key signs this server's terms.
 *
 * @param chainRpc the development chain's node; production servers tell none
 */
public record Operator(
        Address address,
        String audience,
        long chainId,
        @Nullable String chainRpc) {
    public Operator {
        Objects.requireNonNull(address, "an operator has an address");
        Objects.requireNonNull(audience, "an operator has an audience");
    }
}
