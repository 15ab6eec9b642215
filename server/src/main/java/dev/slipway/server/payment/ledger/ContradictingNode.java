package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainUnavailable;

/** The node says of a transaction what is not what was read in the same block before. Nothing of it was counted. */
public final class ContradictingNode extends ChainUnavailable {
    private static final long serialVersionUID = 1L;

    ContradictingNode(BlockRef block, Bytes32 transaction) {
        super("The node contradicts itself: what it says of the transaction " + transaction + " in block "
                + block.number() + " (" + block.hash() + ") is not what was read in that block before."
                + " Nothing of it is counted. Point SLIPWAY_CHAIN_RPC at another node; where that one says so too, see"
                + " \"A node that was wrong\" in docs/operating.md.");
    }
}
