package dev.slipway.server.publication;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.Uint256;
import dev.slipway.model.publication.PaymentState;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of one publication's payment.
 *
 * @param paid in blocks, in the unit of the price, confirmed or not
 * @param confirmations of the youngest block that the price needs; 0 while nothing is in a block
 */
public record PaymentStanding(
        PaymentState state,
        BigInteger paid,
        int confirmations,
        @Nullable Bytes32 transactionHash) {

    public static final PaymentStanding NONE = new PaymentStanding(PaymentState.AWAITING, BigInteger.ZERO, 0, null);

    public PaymentStanding {
        paid = Uint256.capped(paid);
    }
}
