package dev.slipway.desk.pay;

import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet of this desk is about to pay.
 *
 * @param recipient who gets it in the end
 * @param value in wei, or in the token's smallest unit: exactly that is paid
 * @param mostFee in wei: what the network may take beside it at most, for all transactions that are still to be signed
 * @param token null where it is paid in the chain's own coin
 */
public record Quote(
        long chainId,
        Address recipient,
        BigInteger value,
        BigInteger mostFee,
        Bytes32 reference,
        @Nullable Route token) {

    /** How a token comes to the recipient: its contract, and the one that is allowed to take it. */
    public record Route(Address contract, Address router) {}

    static Quote of(Transfer transfer) {
        return new Quote(
                transfer.chainId(),
                transfer.recipient(),
                transfer.value(),
                transfer.highestCost().subtract(transfer.value()),
                transfer.reference(),
                null);
    }
}
