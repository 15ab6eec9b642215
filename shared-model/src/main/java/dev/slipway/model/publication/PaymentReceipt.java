package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.encoding.CanonicalJson;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.terms.PaymentToken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for one publication and what went back, as the server sees it at one moment. It names neither the author
 * nor a payer, so that it can be shown around.
 *
 * @param audience the server's public origin
 * @param operator whose key signs it
 * @param termsHash of the terms that the author signed
 * @param price in wei, or in the token's smallest unit; decimal text, check fee included
 * @param checkFee in the unit of the price, decimal text: the part that is kept where the content is refused
 * @param token what the price is in; null, and absent from the JSON, for the chain's own coin
 * @param credits payments in blocks, oldest first, that moved something
 * @param returns in blocks, oldest first
 */
public record PaymentReceipt(
        int version,
        String audience,
        Address operator,
        PublicationId publicationId,
        Bytes32 reference,
        Bytes32 termsHash,
        long chainId,
        Address recipient,
        String price,
        String checkFee,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaymentToken token,
        PaymentState state,
        List<Movement> credits,
        List<Movement> returns,
        Instant issuedAt) {
    public static final int VERSION = 1;

    /**
     * One payment or return.
     *
     * @param token its contract; absent for the chain's own coin
     * @param amount in the smallest unit, decimal text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Movement(
            Bytes32 transactionHash, @Nullable Address token, String amount, long blockNumber, Instant blockTime) {}

    public PaymentReceipt {
        credits = List.copyOf(credits);
        returns = List.copyOf(returns);
    }

    /** SHA-256 of the canonical JSON (RFC 8785). */
    public Bytes32 hash() {
        return Bytes32.of(CanonicalJson.sha256(Json.STRICT.writeValueAsString(this)));
    }
}
