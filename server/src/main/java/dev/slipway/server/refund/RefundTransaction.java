package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.TokenTransfer;
import java.math.BigInteger;

/**
 * A transaction to sign exactly as it is: the server knows it again on the chain. Quantities are hex, as {@code
 * eth_sendTransaction} takes them.
 *
 * @param to whom the coin goes, or the token's contract
 * @param value in wei
 * @param data hex with 0x; {@code 0x} alone where the server cannot know it again, and has to be told its hash
 */
record RefundTransaction(String chainId, Address to, String value, String data) {

    private static final String NO_DATA = "0x";

    /** To a contract: many of them refuse coin that comes with data, so that there is none. */
    static RefundTransaction bare(long chainId, Address refundTo, Refund refund) {
        return new RefundTransaction(quantity(BigInteger.valueOf(chainId)), refundTo, quantity(refund.owed()), NO_DATA);
    }

    static RefundTransaction of(long chainId, Address refundTo, Bytes32 reference, Refund refund) {
        Address token = refund.token();
        return token == null
                ? new RefundTransaction(
                        quantity(BigInteger.valueOf(chainId)), refundTo, quantity(refund.owed()), reference.hex())
                : new RefundTransaction(
                        quantity(BigInteger.valueOf(chainId)),
                        token,
                        "0x0",
                        new TokenTransfer(refundTo, refund.owed(), reference).input());
    }

    private static String quantity(BigInteger number) {
        return "0x" + number.toString(16);
    }
}
