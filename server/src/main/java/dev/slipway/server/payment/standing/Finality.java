package dev.slipway.server.payment.standing;

import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.payment.ledger.Ledger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * When a block counts for good.
 *
 * @param head the newest block that was read
 * @param finalized the newest block that the chain itself calls final; empty where it has none that moves, and depth
 *     decides
 */
public record Finality(long head, OptionalLong finalized) {

    /** Development nodes either have no finalized block or one that means nothing. */
    private static final Set<Long> DEPTH_ONLY = Set.of(31337L, 1337L);

    /**
     * As the node says now.
     *
     * @throws ChainUnavailable when the chain told its final blocks once and the node does not now: to go by depth then would
     *     be less than what was offered
     */
    public static Finality of(ChainClient node, Ledger ledger, long chainId, long head) {
        if (DEPTH_ONLY.contains(chainId)) {
            return new Finality(head, OptionalLong.empty());
        }
        Optional<Long> finalized = node.finalized().filter(number -> number > 0);
        if (ledger.isFinalityTold() && finalized.isEmpty()) {
            throw new ChainUnavailable("The node no longer says which blocks are final, as it did before; no payment is"
                    + " confirmed until it does. If that does not end, point SLIPWAY_CHAIN_RPC at another node.");
        }
        if (finalized.isPresent() && !ledger.isFinalityTold()) {
            ledger.noteThatFinalityIsTold();
        }
        return new Finality(head, finalized.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    /** The block's own confirmation included; 0 for a block above the head. */
    int confirmations(long block) {
        return (int) Math.clamp(head - block + 1, 0, Integer.MAX_VALUE);
    }

    public boolean isFinal(long block, int confirmationsNeeded) {
        if (finalized.isPresent()) {
            return block <= finalized.getAsLong();
        }
        return confirmations(block) >= confirmationsNeeded;
    }
}
