package dev.slipway.model.ethereum;

import java.math.BigInteger;

/** The chain's widest number. No balance and no transfer is greater, so an honest sum of them is not either. */
public final class Uint256 {
    public static final BigInteger MAX = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private Uint256() {}

    /** What a sum is at most: a token that says it brought more than there can be is not believed beyond that. */
    public static BigInteger capped(BigInteger sum) {
        return sum.min(MAX);
    }
}
