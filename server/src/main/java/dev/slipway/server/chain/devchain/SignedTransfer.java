package dev.slipway.server.chain.devchain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;

/**
 * A transfer with its sender recovered from the signature. Amounts are wei; fees are wei for each gas. A legacy
 * transaction has the same value in both fees.
 *
 * @param type 0 (EIP-155) or 2 (EIP-1559)
 */
record SignedTransfer(
        Bytes32 hash,
        byte[] raw,
        int type,
        Address from,
        Address to,
        long nonce,
        BigInteger value,
        byte[] input,
        long gasLimit,
        BigInteger maxFee,
        BigInteger maxPriorityFee,
        Signature signature) {

    /** What the sender must be able to pay at worst. */
    BigInteger maxCost() {
        return value.add(maxFee.multiply(BigInteger.valueOf(gasLimit)));
    }

    /** EIP-1559: the base fee and as much of the tip as the limit leaves room for. */
    BigInteger effectiveGasPrice(BigInteger baseFee) {
        return maxFee.min(baseFee.add(maxPriorityFee));
    }
}
