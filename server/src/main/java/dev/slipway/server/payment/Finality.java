package dev.slipway.server.payment;

import java.util.OptionalLong;

/**
 * When a block counts for good.
 *
 * @param head the newest block that was read
 * @param finalized the newest block that the chain itself calls final; empty where it has none that moves, and depth
 *     decides
 */
record Finality(long head, OptionalLong finalized) {

    /** The block's own confirmation included; 0 for a block above the head. */
    int confirmations(long block) {
        return (int) Math.clamp(head - block + 1, 0, Integer.MAX_VALUE);
    }

    boolean isFinal(long block, int confirmationsNeeded) {
        if (finalized.isPresent()) {
            return block <= finalized.getAsLong();
        }
        return confirmations(block) >= confirmationsNeeded;
    }
}
