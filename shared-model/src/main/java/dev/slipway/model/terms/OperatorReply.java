package dev.slipway.model.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.ethereum.Address;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/operator}: what a desk pins at first contact.
 *
 * @param address of the key that signs terms
 * @param audience the server's public origin, which the author's signature repeats
 * @param chainRpc the node to pay through, told only where it is the server's own development chain
 * @param price in wei, decimal text: the least that a publication costs as offers are made now; only a signed offer binds
 * @param priceList what the price is made of, by which a desk forecasts it
 * @param accessLevels that a publication here can have; a form with another is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorReply(
        Address address,
        String audience,
        long chainId,
        @Nullable URI chainRpc,
        @Nullable String price,
        @Nullable PriceList priceList,
        List<AccessLevel> accessLevels) {
    public OperatorReply {
        accessLevels = List.copyOf(accessLevels);
    }
}
