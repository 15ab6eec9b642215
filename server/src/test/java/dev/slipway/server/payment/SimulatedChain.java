package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A chain whose history a property test makes up, block by block and fork by fork. */
final class SimulatedChain implements ChainClient {
    static final Address RECIPIENT = LedgerContract.RECIPIENT;
    static final Address ROUTER = new Address("0x" + "4e".repeat(20));
    private static final Instant GENESIS = Instant.parse("2026-05-01T12:00:00Z");

    private final List<ChainBlock> blocks = new ArrayList<>();
    private long nextHash = 1;

    /** The newest block that it calls final itself; null where it has none. */
    @Nullable
    Long finalized;

    /** What becomes of every transaction; a failed one writes nothing into a log. */
    ChainReceipt.Outcome outcome = ChainReceipt.Outcome.SUCCEEDED;

    SimulatedChain() {
        mine(List.of());
    }

    /** How a payment travels. */
    enum Rail {
        PLAIN,
        ROUTER
    }

    /** A payment that does not know yet which block it will be in. */
    record Payment(Bytes32 transaction, Bytes32 reference, BigInteger amount, Rail rail) {
        private ChainTransaction in(Bytes32 block) {
            boolean isPlain = rail == Rail.PLAIN;
            return new ChainTransaction(
                    transaction,
                    LedgerContract.PAYER,
                    isPlain ? RECIPIENT : ROUTER,
                    amount,
                    isPlain ? reference.hex() : RouterContract.payCall(reference),
                    0,
                    block);
        }

        private static Payment of(ChainTransaction transaction) {
            return transaction
                    .word()
                    .map(reference -> new Payment(transaction.hash(), reference, transaction.value(), Rail.PLAIN))
                    .orElseGet(() -> new Payment(
                            transaction.hash(),
                            RouterContract.paidReference(transaction.input()).orElseThrow(),
                            transaction.value(),
                            Rail.ROUTER));
        }
    }

    void mine(List<Payment> payments) {
        mine(hash -> payments.stream().map(payment -> payment.in(hash)).toList());
    }

    /** A block of whatever is made for its hash. */
    ChainBlock mine(Function<Bytes32, List<ChainTransaction>> transactions) {
        Bytes32 parent =
                blocks.isEmpty() ? Bytes32.of(new byte[32]) : blocks.getLast().hash();
        Bytes32 hash = new Bytes32("0xb10c%060x".formatted(nextHash++));
        ChainBlock block = new ChainBlock(
                blocks.size(), hash, parent, GENESIS.plusSeconds(blocks.size()), transactions.apply(hash));
        blocks.add(block);
        return block;
    }

    /** Takes the newest blocks away, never the first; gives the payments that they held. */
    List<Payment> drop(int depth) {
        List<Payment> dropped = new ArrayList<>();
        for (int i = 0; i < depth && blocks.size() > 1; i++) {
            for (ChainTransaction transaction : blocks.removeLast().transactions()) {
                dropped.add(Payment.of(transaction));
            }
        }
        return dropped;
    }

    /** What the chain as it is now says was paid. */
    BigInteger paid(Bytes32 reference) {
        return blocks.stream()
                .flatMap(block -> block.transactions().stream())
                .map(Payment::of)
                .filter(payment -> payment.reference().equals(reference))
                .map(Payment::amount)
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
        return Optional.ofNullable(finalized);
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
                return Optional.of(new ChainReceipt(transactionHash, block.hash(), block.number(), outcome));
            }
        }
        return Optional.empty();
    }

    /** The index of an entry depends on what else is in the block, as on a real chain. */
    @Override
    public List<ChainLog> logs(Bytes32 blockHash, Address contract, Bytes32 topic) {
        List<ChainTransaction> transactions =
                block(blockHash).map(ChainBlock::transactions).orElse(List.of());
        List<ChainLog> logs = new ArrayList<>();
        for (int i = 0; i < transactions.size(); i++) {
            ChainTransaction transaction = transactions.get(i);
            if (contract.equals(transaction.to()) && outcome == ChainReceipt.Outcome.SUCCEEDED) {
                logs.add(log(transaction, blockHash, i + 1));
            }
        }
        return logs;
    }

    private static ChainLog log(ChainTransaction transaction, Bytes32 blockHash, int index) {
        Payment payment = Payment.of(transaction);
        String data = "0x" + "00".repeat(12) + LedgerContract.PAYER.hex().substring(2) + "00".repeat(32)
                + "%064x".formatted(payment.amount());
        return new ChainLog(
                ROUTER, List.of(RouterContract.PAID, payment.reference()), data, transaction.hash(), blockHash, index);
    }

    @Override
    public Optional<String> run(String code) {
        return Optional.empty();
    }

    @Override
    public boolean hasCode(Address address) {
        return false;
    }

    @Override
    public Optional<String> tryCall(Address contract, String input) {
        return Optional.empty();
    }

    @Override
    public String call(Address contract, String input) {
        return "0x";
    }
}
