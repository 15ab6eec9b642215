package dev.slipway.server.chain.devchain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Transfers that wait for a block, by sender and nonce. Lost with the process, as on any node. Guarded by {@link DevChain}'s lock. */
final class TransferPool {
    private static final int LIMIT = 4096;
    private static final int LIMIT_PER_SENDER = 64;
    private static final Comparator<SignedTransfer> BEST_TIP_FIRST = Comparator.comparing(
                    (SignedTransfer transfer) -> transfer.effectiveGasPrice(Fees.BASE_FEE))
            .reversed();

    private final Map<Address, TreeMap<Long, SignedTransfer>> waiting = new HashMap<>();
    private final Map<Bytes32, SignedTransfer> byHash = new HashMap<>();

    Optional<SignedTransfer> find(Bytes32 hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    Collection<SignedTransfer> all() {
        return byHash.values();
    }

    boolean isEmpty() {
        return byHash.isEmpty();
    }

    /** The nonce that the sender's next transaction needs: after what is in blocks and waits without a gap. */
    long nextNonce(Address sender, Accounts accounts) {
        TreeMap<Long, SignedTransfer> own = waiting.getOrDefault(sender, new TreeMap<>());
        long nonce = accounts.nonce(sender);
        while (own.containsKey(nonce)) {
            nonce++;
        }
        return nonce;
    }

    /** Accepts a transfer or says why not, in the words of go-ethereum, which clients match on. */
    void add(SignedTransfer transfer, Accounts accounts) {
        if (byHash.containsKey(transfer.hash())) {
            throw RpcError.refused("already known");
        }
        requireSensible(transfer);
        long next = accounts.nonce(transfer.from());
        if (transfer.nonce() < next) {
            throw RpcError.refused("nonce too low: next nonce " + next + ", tx nonce " + transfer.nonce());
        }
        SignedTransfer old = own(transfer.from()).get(transfer.nonce());
        if (old != null && !Fees.replaces(old, transfer)) {
            throw RpcError.refused("replacement transaction underpriced");
        }
        requireRoom(transfer, old);
        requireFunds(transfer, old, accounts);
        put(transfer, old);
    }

    private static void requireSensible(SignedTransfer transfer) {
        if (transfer.maxPriorityFee().compareTo(transfer.maxFee()) > 0) {
            throw RpcError.refused("max priority fee per gas higher than max fee per gas");
        }
        if (transfer.maxFee().compareTo(Fees.BASE_FEE) < 0) {
            throw RpcError.refused("max fee per gas less than block base fee: maxFeePerGas: " + transfer.maxFee()
                    + ", baseFee: " + Fees.BASE_FEE);
        }
        long needed = Fees.gasUsed(transfer.input());
        if (transfer.gasLimit() < needed) {
            throw RpcError.refused("intrinsic gas too low: gas " + transfer.gasLimit() + ", minimum needed " + needed);
        }
        if (transfer.gasLimit() > Fees.BLOCK_GAS_LIMIT) {
            throw RpcError.refused("exceeds block gas limit");
        }
    }

    private void requireRoom(SignedTransfer transfer, @Nullable SignedTransfer old) {
        boolean full = byHash.size() >= LIMIT || own(transfer.from()).size() >= LIMIT_PER_SENDER;
        if (old == null && full) {
            throw RpcError.refused("txpool is full");
        }
    }

    private void requireFunds(SignedTransfer transfer, @Nullable SignedTransfer old, Accounts accounts) {
        BigInteger cost = transfer.maxCost();
        for (SignedTransfer other : own(transfer.from()).values()) {
            cost = other == old ? cost : cost.add(other.maxCost());
        }
        BigInteger balance = accounts.balance(transfer.from());
        if (balance.compareTo(cost) < 0) {
            throw RpcError.refused(
                    "insufficient funds for gas * price + value: balance " + balance + ", tx cost " + cost);
        }
    }

    private void put(SignedTransfer transfer, @Nullable SignedTransfer old) {
        if (old != null) {
            byHash.remove(old.hash());
        }
        waiting.computeIfAbsent(transfer.from(), sender -> new TreeMap<>()).put(transfer.nonce(), transfer);
        byHash.put(transfer.hash(), transfer);
    }

    private Map<Long, SignedTransfer> own(Address sender) {
        return waiting.getOrDefault(sender, new TreeMap<>());
    }

    /** What the next block holds: at most one transfer of each sender, the best tips first, within the gas limit. */
    List<SignedTransfer> nextBlock(Accounts accounts) {
        List<SignedTransfer> candidates = new ArrayList<>();
        waiting.forEach((sender, own) -> {
            SignedTransfer next = own.get(accounts.nonce(sender));
            if (next != null && accounts.canExecute(next)) {
                candidates.add(next);
            }
        });
        candidates.sort(BEST_TIP_FIRST);
        int most = (int) (Fees.BLOCK_GAS_LIMIT / Fees.TRANSFER);
        List<SignedTransfer> chosen = new ArrayList<>();
        long gas = 0;
        for (SignedTransfer candidate : candidates.subList(0, Math.min(most, candidates.size()))) {
            gas += Fees.gasUsed(candidate.input());
            if (gas > Fees.BLOCK_GAS_LIMIT) {
                break;
            }
            chosen.add(candidate);
        }
        return chosen;
    }

    /** Forgets what is in a block, or what its sender can no longer pay. */
    void settle(Accounts accounts) {
        List<SignedTransfer> settled = byHash.values().stream()
                .filter(transfer -> transfer.nonce() < accounts.nonce(transfer.from())
                        || accounts.balance(transfer.from()).compareTo(transfer.maxCost()) < 0)
                .toList();
        for (SignedTransfer transfer : settled) {
            byHash.remove(transfer.hash());
            own(transfer.from()).remove(transfer.nonce());
        }
        waiting.values().removeIf(Map::isEmpty);
    }
}
