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
 * @param price in wei, or in the token's smallest unit, decimal text: the least that a publication costs as offers are made now; only a signed offer binds
 * @param priceList what the price is made of, by which a desk forecasts it
 * @param token what the prices are in; absent for the chain's own coin. While the server has not heard of it from the chain,
 *     price and price list are absent too
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
        @Nullable PaymentToken token,
        List<AccessLevel> accessLevels) {
    public OperatorReply {
        accessLevels = List.copyOf(accessLevels);
    }
}
