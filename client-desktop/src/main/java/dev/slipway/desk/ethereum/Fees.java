package dev.slipway.desk.ethereum;

import java.math.BigInteger;
import java.util.Objects;

/** EIP-1559 caps in wei for each unit of gas. */
public record Fees(BigInteger maxFeePerGas, BigInteger maxPriorityFeePerGas) {
    public Fees {
        Objects.requireNonNull(maxFeePerGas, "maxFeePerGas");
        Objects.requireNonNull(maxPriorityFeePerGas, "maxPriorityFeePerGas");
    }

    /** Twice the base fee outlasts six full blocks in a row, each of which raises it by an eighth. */
    public static Fees fromBaseFee(BigInteger baseFee, BigInteger priorityFee) {
        return new Fees(baseFee.shiftLeft(1).add(priorityFee), priorityFee);
    }
}
