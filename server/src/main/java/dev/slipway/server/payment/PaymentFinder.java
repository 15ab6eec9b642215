package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the payments of the plain rail in a block: transfers to us whose data is one 32-byte reference. */
final class PaymentFinder {
    private final ChainClient node;
    private final Set<Address> recipients;

    PaymentFinder(ChainClient node, Set<Address> recipients) {
        this.node = node;
        this.recipients = Set.copyOf(recipients);
    }

    /**
     * Empty when the node no longer knows the block's receipts, or knows them in another block: the chain is being
     * reorganised, and the block must be read again.
     */
    Optional<List<Credit>> find(ChainBlock block) {
        List<Credit> credits = new ArrayList<>();
        for (ChainTransaction transaction : block.transactions()) {
            Address to = transaction.to();
            Optional<Bytes32> reference = transaction.word();
            if (to == null
                    || !recipients.contains(to)
                    || reference.isEmpty()
                    || transaction.value().signum() <= 0) {
                continue;
            }
            Optional<ChainReceipt> receipt = node.receipt(transaction.hash())
                    .filter(found -> found.blockHash().equals(block.hash()));
            if (receipt.isEmpty()) {
                return Optional.empty();
            }
            credits.add(new Credit(
                    transaction.hash(),
                    Credit.PLAIN_TRANSFER,
                    reference.get(),
                    transaction.from(),
                    to,
                    transaction.value(),
                    receipt.get().outcome(),
                    BlockRef.of(block),
                    block.time()));
        }
        return Optional.of(credits);
    }
}
