package dev.slipway.server.payment.reading;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.TokenTransfer;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.PaymentReturn;
import dev.slipway.server.publication.Publications;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the returns in a block: transactions to the address that an author signed for refunds, or of tokens to it, that
 * carry the publication's reference. Whoever sent them.
 */
public final class ReturnFinder {
    private static final int WORD = 32;

    private final ChainClient node;
    private final Publications publications;
    private final Set<Address> recipients;
    private final Map<Bytes32, Bytes32> lost;

    /**
     * @param recipients of payments: what goes there is none of ours to return
     * @param lost transactions that are known to be returns though they carry no reference, with their references
     */
    public ReturnFinder(
            ChainClient node, Publications publications, Set<Address> recipients, Map<Bytes32, Bytes32> lost) {
        this.node = node;
        this.publications = publications;
        this.recipients = Set.copyOf(recipients);
        this.lost = Map.copyOf(lost);
    }

    /** What a transaction means to return. */
    private record Meant(
            ChainTransaction transaction,
            Bytes32 reference,
            Address refundTo,
            @Nullable Address token) {}

    /**
     * Empty when the node no longer knows the block's receipts, or knows them in another block: the chain is being
     * reorganised, and the block must be read again.
     */
    Optional<List<PaymentReturn>> find(ChainBlock block) {
        List<Meant> meant = ours(block.transactions().stream()
                .flatMap(transaction -> meant(transaction).stream())
                .toList());
        List<PaymentReturn> found = new ArrayList<>();
        BlockLogs logs = new BlockLogs(node, block);
        for (Meant candidate : meant) {
            Optional<ChainReceipt> receipt = node.receipt(
                            candidate.transaction().hash())
                    .filter(known -> known.blockHash().equals(block.hash()));
            if (receipt.isEmpty()) {
                return Optional.empty();
            }
            if (receipt.get().outcome() == ChainReceipt.Outcome.SUCCEEDED) {
                Optional<List<PaymentReturn>> moved = moved(candidate, block, logs);
                if (moved.isEmpty()) {
                    return Optional.empty();
                }
                found.addAll(moved.get());
            }
        }
        return Optional.of(found);
    }

    private Optional<Meant> meant(ChainTransaction transaction) {
        Address to = transaction.to();
        if (to == null) {
            return Optional.empty();
        }
        if (transaction.value().signum() > 0) {
            return Optional.ofNullable(lost.get(transaction.hash()))
                    .or(transaction::word)
                    .filter(reference -> !recipients.contains(to))
                    .map(reference -> new Meant(transaction, reference, to, null));
        }
        return TokenTransfer.parse(transaction.input())
                .filter(transfer -> transfer.amount().signum() > 0 && !recipients.contains(transfer.to()))
                .map(transfer -> new Meant(transaction, transfer.reference(), transfer.to(), to));
    }

    /** Asks the database once, and not at all for most blocks. */
    private List<Meant> ours(List<Meant> meant) {
        if (meant.isEmpty()) {
            return List.of();
        }
        Map<Bytes32, Address> addresses = publications.refundAddresses(
                meant.stream().map(Meant::reference).distinct().toList());
        return meant.stream()
                .filter(candidate -> candidate.refundTo().equals(addresses.get(candidate.reference())))
                .toList();
    }

    /** Empty when the block must be read again. */
    private static Optional<List<PaymentReturn>> moved(Meant meant, ChainBlock block, BlockLogs logs) {
        Address token = meant.token();
        if (token == null) {
            return Optional.of(List.of(
                    returned(meant, Credit.PLAIN_TRANSFER, meant.transaction().value(), block)));
        }
        return logs.of(token, TokenTransfer.LOGGED)
                .map(written -> written.stream()
                        .filter(log -> isOf(log, meant, token, block))
                        .map(log -> returned(meant, log.index(), amount(log), block))
                        .filter(back -> back.amount().signum() > 0)
                        .toList());
    }

    /** A node may answer more than it was asked, and a token may log whatever it likes. */
    private static boolean isOf(ChainLog log, Meant meant, Address token, ChainBlock block) {
        return log.contract().equals(token)
                && log.blockHash().equals(block.hash())
                && log.transactionHash().equals(meant.transaction().hash())
                && log.topics()
                        .equals(List.of(
                                TokenTransfer.LOGGED,
                                TokenTransfer.topic(meant.transaction().from()),
                                TokenTransfer.topic(meant.refundTo())))
                && Hex.parse(log.data()).length == WORD;
    }

    /** As the log says: a token may keep a part. */
    private static BigInteger amount(ChainLog log) {
        return new BigInteger(1, Hex.parse(log.data()));
    }

    private static PaymentReturn returned(Meant meant, int logIndex, BigInteger amount, ChainBlock block) {
        return new PaymentReturn(
                meant.transaction().hash(),
                logIndex,
                meant.reference(),
                meant.transaction().from(),
                meant.refundTo(),
                meant.token(),
                amount,
                BlockRef.of(block),
                block.time());
    }
}
