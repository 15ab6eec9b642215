package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.ethereum.Fees;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A node whose pool and blocks the test fills, and that can go away. */
final class TestChain implements Chain {
    static final long ID = 31_337;

    private final List<List<ChainTransaction>> blocks = new ArrayList<>(List.of(List.of()));
    private final List<ChainTransaction> pool = new ArrayList<>();
    private final Set<Bytes32> reverted = new HashSet<>();
    private BigInteger balance = BigInteger.TEN.pow(18);
    private boolean away;

    /** Into the pool. */
    synchronized void add(ChainTransaction transaction) {
        pool.add(transaction);
    }

    /** Another transaction of the same account with the same nonce took its place. */
    synchronized void replace(ChainTransaction old, ChainTransaction other) {
        pool.remove(old);
        pool.add(other);
    }

    /** A block with everything that is in the pool. */
    synchronized void mine() {
        blocks.add(pool.stream()
                .map(each -> new ChainTransaction(
                        each.hash(), each.from(), each.to(), each.value(), each.input(), each.chainId(), true))
                .toList());
        pool.clear();
    }

    synchronized void mine(int count) {
        for (int i = 0; i < count; i++) {
            mine();
        }
    }

    synchronized void revert(Bytes32 hash) {
        reverted.add(hash);
    }

    synchronized void setBalance(BigInteger wei) {
        balance = wei;
    }

    synchronized void goAway() {
        away = true;
    }

    synchronized void comeBack() {
        away = false;
    }

    @Override
    public Optional<String> call(Address contract, String input) {
        throw new AssertionError("wallets in the browser pay without a contract");
    }

    @Override
    public boolean pays(Address router, Address recipient) {
        throw new AssertionError("wallets in the browser pay without a contract");
    }

    @Override
    public synchronized long newestBlock() {
        requireThere();
        return blocks.size() - 1L;
    }

    @Override
    public synchronized List<ChainTransaction> sentIn(long block, Address account) {
        requireThere();
        return blocks.get((int) block).stream()
                .filter(transaction -> transaction.from().equals(account))
                .toList();
    }

    @Override
    public synchronized Optional<ChainTransaction> transaction(Bytes32 hash) {
        requireThere();
        return Stream.concat(blocks.stream().flatMap(List::stream), pool.stream())
                .filter(transaction -> transaction.hash().equals(hash))
                .findFirst();
    }

    @Override
    public synchronized boolean isReverted(Bytes32 hash) {
        requireThere();
        return reverted.contains(hash);
    }

    @Override
    public synchronized BigInteger minedNonce(Address account) {
        requireThere();
        return count(blocks.stream().flatMap(List::stream), account);
    }

    @Override
    public synchronized BigInteger nextNonce(Address account) {
        return minedNonce(account).add(count(pool.stream(), account));
    }

    @Override
    public synchronized BigInteger balance(Address account) {
        requireThere();
        return balance;
    }

    @Override
    public long chainId() {
        return ID;
    }

    @Override
    public boolean knows(Bytes32 transactionHash) {
        return transaction(transactionHash).isPresent();
    }

    @Override
    public BigInteger estimateGas(Address from, Address to, BigInteger value, String data) {
        throw new UnsupportedOperationException("the wallet sees to gas");
    }

    @Override
    public Fees fees() {
        throw new UnsupportedOperationException("the wallet sees to fees");
    }

    @Override
    public void send(SignedTransaction transaction) {
        throw new UnsupportedOperationException("the wallet sends");
    }

    private void requireThere() {
        if (away) {
            throw new DeskException(ProblemCode.CHAIN_UNAVAILABLE, "the test's node is away");
        }
    }

    private static BigInteger count(Stream<ChainTransaction> transactions, Address account) {
        return BigInteger.valueOf(transactions
                .filter(transaction -> transaction.from().equals(account))
                .count());
    }
}
