package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainLog;
import java.util.List;
import java.util.Optional;

/**
 * What contracts logged in one block. Read from the receipts of its transactions, because only a receipt says where in
 * its transaction a log stands; and only where something says that there is a log.
 */
final class BlockLogs {
    private final ChainClient node;
    private final ChainBlock block;

    BlockLogs(ChainClient node, ChainBlock block) {
        this.node = node;
        this.block = block;
    }

    /** Of this contract under this first topic; empty when the node does not know the block's receipts. */
    Optional<List<ChainLog>> of(Address contract, Bytes32 topic) {
        if (!node.isLogged(block.hash(), contract, topic)) {
            return Optional.of(List.of());
        }
        return node.receipts(block)
                .map(receipts -> receipts.stream()
                        .flatMap(receipt -> receipt.logs().stream())
                        .filter(log -> log.contract().equals(contract)
                                && !log.topics().isEmpty()
                                && log.topics().getFirst().equals(topic))
                        .toList());
    }
}
