package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;

/**
 * A payment on the plain rail: an EIP-1559 transfer whose data is the 32-byte reference. Amounts in wei.
 *
 * @param fees what each unit of gas may cost at most
 */
public record Transfer(
        long chainId,
        BigInteger nonce,
        Address recipient,
        BigInteger value,
        Bytes32 reference,
        BigInteger gasLimit,
        Fees fees) {

    /** What may leave the account at most: the value and all the gas at its highest price. */
    public BigInteger highestCost() {
        return value.add(gasLimit.multiply(fees.maxFeePerGas()));
    }
}
