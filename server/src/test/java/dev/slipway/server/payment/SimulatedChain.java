package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A chain whose history a property test makes up, block by block and fork by fork. */
final class SimulatedChain implements ChainClient {
    static final Address RECIPIENT = LedgerContract.RECIPIENT;
    private static final Instant GENESIS = Instant.parse("2026-05-01T12:00:00Z");

    private final List<ChainBlock> blocks = new ArrayList<>();
    private long nextHash = 1;

    SimulatedChain() {
        mine(List.of());
    }

    /** A payment that does not know yet which block it will be in. */
    record Payment(Bytes32 transaction, Bytes32 reference, BigInteger amount) {}

    void mine(List<Payment> payments) {
        Bytes32 parent =
                blocks.isEmpty() ? Bytes32.of(new byte[32]) : blocks.getLast().hash();
        Bytes32 hash = new Bytes32("0xb10c%060x".formatted(nextHash++));
        List<ChainTransaction> transactions = payments.stream()
                .map(payment -> new ChainTransaction(
                        payment.transaction(),
                        LedgerContract.PAYER,
                        RECIPIENT,
                        payment.amount(),
                        payment.reference().hex(),
                        0,
                        hash))
                .toList();
        blocks.add(new ChainBlock(blocks.size(), hash, parent, GENESIS.plusSeconds(blocks.size()), transactions));
    }

    /** Takes the newest blocks away, never the first; gives the payments that they held. */
    List<Payment> drop(int depth) {
        List<Payment> dropped = new ArrayList<>();
        for (int i = 0; i < depth && blocks.size() > 1; i++) {
            for (ChainTransaction transaction : blocks.removeLast().transactions()) {
                dropped.add(new Payment(transaction.hash(), transaction.word().orElseThrow(), transaction.value()));
            }
        }
        return dropped;
    }

    /** What the chain as it is now says was paid. */
    BigInteger paid(Bytes32 reference) {
        return blocks.stream()
                .flatMap(block -> block.transactions().stream())
                .filter(transaction -> transaction.word().equals(Optional.of(reference)))
                .map(ChainTransaction::value)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public long chainId() {
        return 31337;
    }

    @Override
    public long head() {
        return blocks.size() - 1L;
    }

    @Override
    public Optional<Long> finalized() {
        return Optional.empty();
    }

    @Override
    public Optional<ChainBlock> block(long number) {
        return number < blocks.size() ? Optional.of(blocks.get((int) number)) : Optional.empty();
    }

    @Override
    public Optional<ChainBlock> block(Bytes32 hash) {
        return blocks.stream().filter(block -> block.hash().equals(hash)).findFirst();
    }

    @Override
    public Optional<ChainTransaction> transaction(Bytes32 hash) {
        return blocks.stream()
                .flatMap(block -> block.transactions().stream())
                .filter(transaction -> transaction.hash().equals(hash))
                .findFirst();
    }

    @Override
    public Optional<ChainReceipt> receipt(Bytes32 transactionHash) {
        for (ChainBlock block : blocks) {
            if (block.transactions().stream().anyMatch(t -> t.hash().equals(transactionHash))) {
                return Optional.of(new ChainReceipt(
                        transactionHash, block.hash(), block.number(), ChainReceipt.Outcome.SUCCEEDED));
            }
        }
        return Optional.empty();
    }
}
