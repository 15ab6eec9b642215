package dev.slipway.server.payment.reading;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the payments in a block: on the plain rail transfers to us whose data is one 32-byte reference, on the router's
 * what a payment contract wrote into its log, whoever called it and from within whatever.
 */
public final class PaymentFinder {
    private final ChainClient node;
    private final Set<Address> recipients;
    private final Map<Address, Address> routers;

    /** @param routers payment contracts, with whom each pays */
    public PaymentFinder(ChainClient node, Set<Address> recipients, Map<Address, Address> routers) {
        this.node = node;
        this.recipients = Set.copyOf(recipients);
        this.routers = Map.copyOf(routers);
    }

    /**
     * Empty when the node no longer knows the block's receipts, or knows them in another block: the chain is being
     * reorganised, and the block must be read again.
     */
    Optional<List<Credit>> find(ChainBlock block) {
        List<Credit> credits = new ArrayList<>();
        boolean isWhole = collect(block, this::plain, outcome -> true, credits)
                && collect(block, this::call, outcome -> outcome == ChainReceipt.Outcome.FAILED, credits);
        if (!isWhole) {
            return Optional.empty();
        }
        List<NestedPayments.Written> told = new ArrayList<>();
        BlockLogs logs = new BlockLogs(node, block);
        for (Map.Entry<Address, Address> router : routers.entrySet()) {
            Optional<List<ChainLog>> written = logs.of(router.getKey(), RouterContract.PAID);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            written.get().stream()
                    .flatMap(log -> RouterLog.parse(log, router.getKey(), block).stream())
                    .map(log -> new NestedPayments.Written(router.getKey(), log.credit(router.getValue(), block)))
                    .forEach(told::add);
        }
        return new NestedPayments(node, block).brought(told).map(brought -> {
            credits.addAll(brought);
            return credits;
        });
    }

    /**
     * What a transaction means to pay.
     *
     * @param token null for the chain's own coin
     * @param amount more than zero
     */
    private record Meant(
            Bytes32 reference, Address recipient, @Nullable Address token, BigInteger amount) {}

    private interface Reading {
        Optional<Meant> read(ChainTransaction transaction, Address to);
    }

    private Optional<Meant> plain(ChainTransaction transaction, Address to) {
        return recipients.contains(to) && transaction.value().signum() > 0
                ? transaction.word().map(reference -> new Meant(reference, to, null, transaction.value()))
                : Optional.empty();
    }

    /** One that succeeded is in the contract's log; one that failed wrote nothing there. */
    private Optional<Meant> call(ChainTransaction transaction, Address to) {
        return Optional.ofNullable(routers.get(to))
                .flatMap(recipient -> transaction.value().signum() > 0
                        ? RouterContract.paidReference(transaction.input())
                                .map(reference -> new Meant(reference, recipient, null, transaction.value()))
                        : RouterContract.tokenPayment(transaction.input())
                                .filter(payment -> payment.amount().signum() > 0)
                                .map(payment ->
                                        new Meant(payment.reference(), recipient, payment.token(), payment.amount())));
    }

    /** Whether the node knew what became of all of them. */
    private boolean collect(
            ChainBlock block, Reading reading, Predicate<ChainReceipt.Outcome> counts, List<Credit> credits) {
        for (ChainTransaction transaction : block.transactions()) {
            Address to = transaction.to();
            Optional<Meant> meant = to == null ? Optional.empty() : reading.read(transaction, to);
            if (meant.isEmpty()) {
                continue;
            }
            Optional<ChainReceipt> receipt = node.receipt(transaction.hash())
                    .filter(found -> found.blockHash().equals(block.hash()));
            if (receipt.isEmpty()) {
                return false;
            }
            if (counts.test(receipt.get().outcome())) {
                credits.add(credit(transaction, meant.get(), receipt.get().outcome(), block));
            }
        }
        return true;
    }

    private static Credit credit(
            ChainTransaction transaction, Meant meant, ChainReceipt.Outcome outcome, ChainBlock block) {
        return new Credit(
                transaction.hash(),
                Credit.PLAIN_TRANSFER,
                meant.reference(),
                transaction.from(),
                meant.recipient(),
                meant.token(),
                meant.amount(),
                outcome,
                BlockRef.of(block),
                block.time());
    }
}
