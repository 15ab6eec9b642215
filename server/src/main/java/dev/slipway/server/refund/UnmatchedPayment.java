package dev.slipway.server.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment whose reference no author has signed here. Nobody said where it should go back to: who paid may be an
 * exchange, so that no transaction is made up for it.
 *
 * @param token its contract; absent for the chain's own coin
 * @param amount in the smallest unit, decimal text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnmatchedPayment(
        Bytes32 transactionHash,
        Bytes32 reference,
        Address payer,
        Address recipient,
        @Nullable Address token,
        String amount,
        long blockNumber,
        Instant blockTime) {}
