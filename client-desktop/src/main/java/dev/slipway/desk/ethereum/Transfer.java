package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.Objects;

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
    public Transfer {
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(gasLimit, "gasLimit");
        Objects.requireNonNull(fees, "fees");
    }

    /** What may leave the account at most: the value and all the gas at its highest price. */
    public BigInteger highestCost() {
        return value.add(gasLimit.multiply(fees.maxFeePerGas()));
    }
}
