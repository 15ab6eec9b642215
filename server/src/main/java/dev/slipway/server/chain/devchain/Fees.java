package dev.slipway.server.chain.devchain;

import java.math.BigInteger;

/**
 * Gas and prices. The base fee is constant: blocks here are never half full, and a fee that decays towards nothing
 * (EIP-1559 over empty blocks) would hide the cost that a real chain asks.
 */
final class Fees {
    static final long TRANSFER = 21_000;
    static final long BLOCK_GAS_LIMIT = 30_000_000;
    static final BigInteger BASE_FEE = BigInteger.valueOf(1_000_000_000);
    static final BigInteger SUGGESTED_PRIORITY_FEE = BigInteger.valueOf(1_000_000_000);

    /** EIP-7623: a non-zero byte counts four tokens, and a token costs ten gas where nothing is executed. */
    private static final int TOKENS_OF_NON_ZERO = 4;

    private static final int FLOOR_PER_TOKEN = 10;

    private Fees() {}

    /** What a transfer with this data uses: the floor of EIP-7623, which is above EIP-2028 when no code runs. */
    static long gasUsed(byte[] data) {
        long tokens = 0;
        for (byte value : data) {
            tokens += value == 0 ? 1 : TOKENS_OF_NON_ZERO;
        }
        return TRANSFER + FLOOR_PER_TOKEN * tokens;
    }

    /** A replacement must better both fees by a tenth, as in go-ethereum. */
    static boolean replaces(SignedTransfer old, SignedTransfer replacement) {
        return betters(old.maxFee(), replacement.maxFee())
                && betters(old.maxPriorityFee(), replacement.maxPriorityFee());
    }

    private static boolean betters(BigInteger old, BigInteger replacement) {
        return replacement.multiply(BigInteger.TEN).compareTo(old.multiply(BigInteger.valueOf(11))) >= 0
                && replacement.compareTo(old) > 0;
    }
}
