package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.Uint256;
import dev.slipway.model.publication.RefundReason;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed for one reference in one coin or token.
 *
 * @param token null for the chain's own coin
 * @param owed in the smallest unit, zero or more
 * @param returned in the smallest unit, zero or more, whether final or not
 * @param transactions that returned it, oldest first
 */
public record Refund(
        @Nullable Address token,
        BigInteger owed,
        BigInteger returned,
        RefundReason reason,
        List<Bytes32> transactions) {
    public Refund {
        // What is sent back in one transfer; tokens that strangers invent may say that they brought more.
        owed = Uint256.capped(owed);
        returned = Uint256.capped(returned);
        transactions = List.copyOf(transactions);
    }
}
