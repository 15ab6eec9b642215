package dev.slipway.server.payment.reading;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.LogsBloom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What contracts logged in one block. Read from the receipts of its transactions, because only a receipt says where in
 * its transaction a log stands; and only where something says that there may be a log.
 *
 * <p>A node's index of logs may lag behind its blocks, so that its silence proves nothing. The filter in the block's header
 * is a part of the block: where that says no, there is none. Where it says perhaps, the receipts decide, and they have to
 * hold what made the filter say so.
 */
final class BlockLogs {
    private final ChainClient node;
    private final ChainBlock block;
    private @Nullable List<ChainLog> all;

    BlockLogs(ChainClient node, ChainBlock block) {
        this.node = node;
        this.block = block;
    }

    /**
     * Of this contract under this first topic; empty when the node does not know the block's receipts.
     *
     * @throws ChainUnavailable when header and receipts contradict each other
     */
    Optional<List<ChainLog>> of(Address contract, Bytes32 topic) {
        if (block.transactions().isEmpty() || !mayHold(contract, topic)) {
            return Optional.of(List.of());
        }
        return all().map(logs -> {
            requireWhole(logs, contract, topic);
            return logs.stream()
                    .filter(log -> log.contract().equals(contract)
                            && !log.topics().isEmpty()
                            && log.topics().getFirst().equals(topic))
                    .toList();
        });
    }

    /** Where the filter was not made from the logs, nothing but the receipts says anything. */
    private boolean mayHold(Address contract, Bytes32 topic) {
        return !block.bloom().saysSomething()
                || block.bloom().mayHold(contract, topic)
                || node.isLogged(block.hash(), contract, topic);
    }

    private Optional<List<ChainLog>> all() {
        List<ChainLog> known = all;
        if (known != null) {
            return Optional.of(known);
        }
        Optional<List<ChainLog>> read = node.receipts(block)
                .map(receipts -> receipts.stream()
                        .flatMap(receipt -> receipt.logs().stream())
                        .toList());
        all = read.orElse(null);
        return read;
    }

    /** A filter that says yes by chance does so because of other logs, and those are in the receipts. */
    private void requireWhole(List<ChainLog> logs, Address contract, Bytes32 topic) {
        boolean isPromised = block.bloom().saysSomething() && block.bloom().mayHold(contract, topic);
        if (isPromised && !LogsBloom.of(logs).mayHold(contract, topic)) {
            throw new ChainUnavailable("The node contradicts itself: by its header, block " + block.number() + " ("
                    + block.hash() + ") has logs that are not in the receipts which the node shows. The block is read"
                    + " again later. If that does not end, point SLIPWAY_CHAIN_RPC at another node.");
        }
    }
}
