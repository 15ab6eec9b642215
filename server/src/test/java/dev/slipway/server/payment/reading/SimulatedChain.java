package dev.slipway.server.payment.reading;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import dev.slipway.server.chain.LogsBloom;
import dev.slipway.server.payment.ledger.LedgerCases;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A chain whose history a property test makes up, block by block and fork by fork. */
public final class SimulatedChain implements ChainClient {
    static final Address RECIPIENT = LedgerCases.RECIPIENT;
    static final Address ROUTER = new Address("0x" + "4e".repeat(20));
    /** A contract wallet that calls the router several times, and writes something of its own before. */
    private static final Address BATCH_WALLET = new Address("0x" + "ba".repeat(20));

    private static final int WORD_TEXT = 64;
    private static final Instant GENESIS = Instant.parse("2026-05-01T12:00:00Z");

    private final List<ChainBlock> blocks = new ArrayList<>();
    private long nextHash = 1;

    /** The newest block that it calls final itself; null where it has none. */
    public @Nullable Long finalized;

    /** What becomes of every transaction; a failed one writes nothing into a log. */
    ChainReceipt.Outcome outcome = ChainReceipt.Outcome.SUCCEEDED;

    /** Its index of logs lags behind its blocks. */
    boolean indexIsEmpty;

    /** What other contracts write in every transaction to nobody we know. */
    final List<ChainLog> strangeLogs = new ArrayList<>();

    public SimulatedChain() {
        mine(List.of());
    }

    /** How a payment travels. */
    enum Rail {
        PLAIN,
        ROUTER,
        BATCH
    }

    record Part(Bytes32 reference, BigInteger amount) {}

    /** A payment that does not know yet which block it will be in. */
    record Payment(Bytes32 transaction, List<Part> parts, Rail rail) {
        Payment(Bytes32 transaction, Bytes32 reference, BigInteger amount, Rail rail) {
            this(transaction, List.of(new Part(reference, amount)), rail);
        }

        private ChainTransaction in(Bytes32 block) {
            return switch (rail) {
                case PLAIN -> in(block, RECIPIENT, parts.getFirst().reference().hex());
                case ROUTER ->
                    in(block, ROUTER, RouterContract.payCall(parts.getFirst().reference()));
                case BATCH -> in(block, BATCH_WALLET, batch());
            };
        }

        private ChainTransaction in(Bytes32 block, Address to, String input) {
            BigInteger value = parts.stream().map(Part::amount).reduce(BigInteger.ZERO, BigInteger::add);
            return new ChainTransaction(transaction, LedgerCases.PAYER, to, value, input, 0, block);
        }

        private String batch() {
            StringBuilder words = new StringBuilder("0x");
            parts.forEach(
                    part -> words.append(part.reference().hex().substring(2)).append("%064x".formatted(part.amount())));
            return words.toString();
        }

        private static List<Part> parts(String batch) {
            List<Part> parts = new ArrayList<>();
            for (int at = 2; at < batch.length(); at += 2 * WORD_TEXT) {
                parts.add(new Part(
                        new Bytes32("0x" + batch.substring(at, at + WORD_TEXT)),
                        new BigInteger(batch.substring(at + WORD_TEXT, at + 2 * WORD_TEXT), 16)));
            }
            return parts;
        }

        private static Payment of(ChainTransaction transaction) {
            if (BATCH_WALLET.equals(transaction.to())) {
                return new Payment(transaction.hash(), parts(transaction.input()), Rail.BATCH);
            }
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
        List<ChainTransaction> made = transactions.apply(hash);
        LogsBloom bloom = LogsBloom.of(made.stream()
                .flatMap(transaction -> logs(transaction, hash).stream())
                .toList());
        ChainBlock block = new ChainBlock(blocks.size(), hash, parent, GENESIS.plusSeconds(blocks.size()), bloom, made);
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
                .flatMap(payment -> payment.parts().stream())
                .filter(part -> part.reference().equals(reference))
                .map(Part::amount)
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
            for (ChainTransaction transaction : block.transactions()) {
                if (transaction.hash().equals(transactionHash)) {
                    return Optional.of(receipt(transaction, block));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<List<ChainReceipt>> receipts(ChainBlock block) {
        return block(block.hash())
                .map(known -> known.transactions().stream()
                        .map(transaction -> receipt(transaction, known))
                        .toList());
    }

    private ChainReceipt receipt(ChainTransaction transaction, ChainBlock block) {
        return new ChainReceipt(
                transaction.hash(), block.hash(), block.number(), outcome, logs(transaction, block.hash()));
    }

    @Override
    public boolean isLogged(Bytes32 blockHash, Address contract, Bytes32 topic) {
        return !indexIsEmpty
                && block(blockHash).stream()
                        .flatMap(block -> block.transactions().stream())
                        .flatMap(transaction -> logs(transaction, blockHash).stream())
                        .anyMatch(log -> log.contract().equals(contract)
                                && log.topics().getFirst().equals(topic));
    }

    private List<ChainLog> logs(ChainTransaction transaction, Bytes32 blockHash) {
        List<ChainLog> logs = new ArrayList<>(strangeLogs);
        boolean isBatch = BATCH_WALLET.equals(transaction.to());
        if (outcome == ChainReceipt.Outcome.SUCCEEDED && (isBatch || ROUTER.equals(transaction.to()))) {
            if (isBatch) {
                logs.add(new ChainLog(
                        BATCH_WALLET, List.of(transaction.hash()), "0x", transaction.hash(), blockHash, logs.size()));
            }
            for (Part part : Payment.of(transaction).parts()) {
                logs.add(log(part, transaction.hash(), blockHash, logs.size()));
            }
        }
        return logs;
    }

    private static ChainLog log(Part part, Bytes32 transaction, Bytes32 blockHash, int index) {
        String data = "0x" + "00".repeat(12) + LedgerCases.PAYER.hex().substring(2) + "00".repeat(32)
                + "%064x".formatted(part.amount());
        return new ChainLog(
                ROUTER, List.of(RouterContract.PAID, part.reference()), data, transaction, blockHash, index);
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
