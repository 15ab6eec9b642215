package dev.slipway.server.payment.reading;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.Ledger;
import java.util.List;

/**
 * Reads a block again where somebody says that a payment is in it and nothing was found there: a node may have kept a log
 * to itself when the block was read. Costs one question where it is not so.
 */
public final class Overlooked {
    private final ChainClient node;
    private final Ledger ledger;
    private final PaymentFinder payments;

    public Overlooked(ChainClient node, Ledger ledger, PaymentFinder payments) {
        this.node = node;
        this.ledger = ledger;
        this.payments = payments;
    }

    /** Adds what the hinted transaction credits to the ledger, where its block is one that was read. */
    public void lookFor(Bytes32 reference, Bytes32 hinted) {
        node.receipt(hinted)
                .filter(receipt -> mentions(receipt, reference))
                .flatMap(receipt -> node.block(receipt.blockHash()))
                .ifPresent(block -> payments.find(block)
                        .ifPresent(credits -> ledger.addOverlooked(BlockRef.of(block), of(hinted, credits))));
    }

    /** Plain transfers are in the block itself, and need no log. */
    private static boolean mentions(ChainReceipt receipt, Bytes32 reference) {
        return receipt.logs().stream().anyMatch(log -> log.topics().contains(reference));
    }

    private static List<Credit> of(Bytes32 transaction, List<Credit> credits) {
        return credits.stream()
                .filter(credit -> credit.transactionHash().equals(transaction))
                .toList();
    }
}
