package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainBlock;

/** A block by height and hash: the height alone names different blocks before and after a reorganisation. */
public record BlockRef(long number, Bytes32 hash) {
    public static BlockRef of(ChainBlock block) {
        return new BlockRef(block.number(), block.hash());
    }
}
