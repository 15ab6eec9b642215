package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger without a database, so that thousands of random histories take seconds. Keeps the same contract. */
public final class MemoryLedger implements Ledger {
    private static final Comparator<Bytes32> BY_HEX = Comparator.comparing(Bytes32::hex);

    private final NavigableMap<Long, BlockRef> blocks = new TreeMap<>();
    private final Map<String, Entry> credits = new LinkedHashMap<>();
    private final Map<String, PaymentReturn> returns = new LinkedHashMap<>();
    private final Map<String, PaymentReturn> undoneReturns = new HashMap<>();
    private final Set<Bytes32> claimed = new HashSet<>();
    private final Map<Bytes32, Bytes32> lost = new HashMap<>();
    private final Map<Bytes32, Optional<OpenReference.Hint>> hints = new LinkedHashMap<>();
    private final Map<Bytes32, Instant> looks = new HashMap<>();
    private final Set<Bytes32> open = new HashSet<>();
    private final Set<Address> recipients = new HashSet<>();
    private final Map<Address, Address> routers = new HashMap<>();
    private @Nullable BlockRef cursor;
    private boolean isFinalityTold;

    private record Entry(Credit credit, boolean undone) {}

    @Override
    public Optional<BlockRef> cursor() {
        return Optional.ofNullable(cursor);
    }

    @Override
    public boolean isFinalityTold() {
        return isFinalityTold;
    }

    @Override
    public void noteThatFinalityIsTold() {
        isFinalityTold = true;
    }

    @Override
    public Optional<BlockRef> blockAt(long number) {
        return Optional.ofNullable(blocks.get(number));
    }

    @Override
    public void begin(BlockRef block) {
        if (cursor == null) {
            cursor = block;
            blocks.put(block.number(), block);
        }
    }

    @Override
    public Change append(BlockRef parent, BlockRef child, BlockPayments added) {
        if (!parent.equals(cursor)) {
            return Change.OVERTAKEN;
        }
        requireNoContradiction(added);
        cursor = child;
        blocks.put(child.number(), child);
        blocks.headMap(child.number() - KEPT_BLOCKS, true).clear();
        put(added);
        return Change.MADE;
    }

    private void put(BlockPayments added) {
        added.credits().stream().map(Credit::transactionHash).forEach(this::undo);
        for (Credit credit : added.credits()) {
            credits.put(credit.transactionHash() + "/" + credit.logIndex(), new Entry(credit, false));
            open.add(credit.reference());
            hints.putIfAbsent(credit.reference(), Optional.empty());
        }
        Set<Bytes32> returning =
                added.returns().stream().map(PaymentReturn::transactionHash).collect(Collectors.toSet());
        returns.values().removeIf(back -> returning.contains(back.transactionHash()));
        for (PaymentReturn back : added.returns()) {
            returns.put(back.transactionHash() + "/" + back.logIndex(), back);
            lost.remove(back.transactionHash());
            open.add(back.reference());
            hints.putIfAbsent(back.reference(), Optional.empty());
        }
    }

    @Override
    public void addOverlooked(BlockRef block, List<Credit> overlooked) {
        BlockRef at = cursor;
        BlockRef read = blocks.get(block.number());
        if (at != null && at.number() >= block.number() && (read == null || read.equals(block))) {
            put(new BlockPayments(overlooked, List.of()));
        }
    }

    private void requireNoContradiction(BlockPayments added) {
        added.credits().stream()
                .collect(Collectors.groupingBy(Credit::transactionHash))
                .forEach((transaction, now) -> Contradiction.requireNone(
                        credits.values().stream()
                                .map(Entry::credit)
                                .filter(credit -> credit.transactionHash().equals(transaction))
                                .toList(),
                        now));
        Contradiction.requireNoneOfReturns(List.copyOf(undoneReturns.values()), added.returns());
    }

    /** Whatever this transaction credited; what it credits now is added after it. */
    private void undo(Bytes32 transaction) {
        credits.replaceAll((key, entry) -> {
            if (!entry.credit().transactionHash().equals(transaction)) {
                return entry;
            }
            open.add(entry.credit().reference());
            return new Entry(entry.credit(), true);
        });
    }

    @Override
    public Change rewind(BlockRef from, BlockRef ancestor) {
        if (!from.equals(cursor)) {
            return Change.OVERTAKEN;
        }
        cursor = ancestor;
        blocks.tailMap(ancestor.number(), false).clear();
        returns.values().removeIf(back -> {
            boolean isUndone = back.block().number() > ancestor.number();
            if (isUndone) {
                undoneReturns.put(back.transactionHash() + "/" + back.logIndex(), back);
                open.add(back.reference());
                if (claimed.contains(back.transactionHash())) {
                    lost.put(back.transactionHash(), back.reference());
                }
            }
            return isUndone;
        });
        credits.replaceAll((key, entry) -> {
            if (entry.credit().block().number() <= ancestor.number() || entry.undone()) {
                return entry;
            }
            open.add(entry.credit().reference());
            looks.remove(entry.credit().reference());
            return new Entry(entry.credit(), true);
        });
        return Change.MADE;
    }

    @Override
    public List<Credit> credits(Bytes32 reference) {
        return credits.values().stream()
                .filter(entry -> !entry.undone())
                .map(Entry::credit)
                .filter(credit -> credit.reference().equals(reference))
                .sorted(Comparator.comparingLong(
                                (Credit credit) -> credit.block().number())
                        .thenComparing(credit -> credit.transactionHash().hex())
                        .thenComparingInt(Credit::logIndex))
                .toList();
    }

    @Override
    public List<PaymentReturn> returns(Bytes32 reference) {
        return returns.values().stream()
                .filter(back -> back.reference().equals(reference))
                .sorted(Comparator.comparingLong(
                                (PaymentReturn back) -> back.block().number())
                        .thenComparing(back -> back.transactionHash().hex())
                        .thenComparingInt(PaymentReturn::logIndex))
                .toList();
    }

    @Override
    public List<Bytes32> undone(Bytes32 reference) {
        return credits.values().stream()
                .filter(Entry::undone)
                .map(Entry::credit)
                .filter(credit -> credit.reference().equals(reference))
                .map(Credit::transactionHash)
                .toList();
    }

    @Override
    public boolean hint(Bytes32 reference, OpenReference.Hint hint) {
        Optional<OpenReference.Hint> before = hints.getOrDefault(reference, Optional.empty());
        if (before.isPresent() && before.get().at().plus(BETWEEN_HINTS).isAfter(hint.at())) {
            return false;
        }
        hints.put(reference, Optional.of(hint));
        open.add(reference);
        return true;
    }

    @Override
    public List<OpenReference> open(@Nullable Bytes32 after, int limit) {
        return references(reference -> isBehind(reference, after), BY_HEX, limit);
    }

    @Override
    public List<OpenReference> paid(@Nullable Bytes32 after, int limit) {
        return references(reference -> isBehind(reference, after) && isPaid(reference), BY_HEX, limit);
    }

    @Override
    public List<OpenReference> takeUnpaid(int limit, Instant now) {
        Comparator<Bytes32> turns = Comparator.comparing(
                        (Bytes32 reference) -> looks.getOrDefault(reference, Instant.MIN))
                .thenComparing(BY_HEX);
        List<OpenReference> taken = references(reference -> !isPaid(reference), turns, limit);
        taken.forEach(open -> looks.put(open.reference(), now));
        return taken;
    }

    private List<OpenReference> references(Predicate<Bytes32> wanted, Comparator<Bytes32> order, int limit) {
        return open.stream()
                .filter(wanted)
                .sorted(order)
                .limit(limit)
                .map(reference -> new OpenReference(
                        reference,
                        hints.getOrDefault(reference, Optional.empty()).orElse(null)))
                .toList();
    }

    private static boolean isBehind(Bytes32 reference, @Nullable Bytes32 after) {
        return after == null || BY_HEX.compare(reference, after) > 0;
    }

    private boolean isPaid(Bytes32 reference) {
        return credits(reference).stream().anyMatch(Credit::succeeded);
    }

    @Override
    public void close(Bytes32 reference) {
        open.remove(reference);
    }

    @Override
    public Claim claim(PaymentReturn back) {
        BlockRef at = cursor;
        BlockRef read = blocks.get(back.block().number());
        if (at == null || at.number() < back.block().number() || read != null && !read.equals(back.block())) {
            return Claim.NOT_READ;
        }
        boolean isKnown = returns.values().stream()
                        .anyMatch(known -> known.transactionHash().equals(back.transactionHash()))
                || credits.values().stream()
                        .anyMatch(entry -> entry.credit().transactionHash().equals(back.transactionHash()))
                || lost.containsKey(back.transactionHash());
        if (isKnown) {
            return Claim.COUNTED_ALREADY;
        }
        claimed.add(back.transactionHash());
        returns.put(back.transactionHash() + "/" + back.logIndex(), back);
        open.add(back.reference());
        return Claim.NOTED;
    }

    @Override
    public Map<Bytes32, Bytes32> lostClaims() {
        return Map.copyOf(lost);
    }

    @Override
    public void reopen(Bytes32 reference) {
        if (hints.containsKey(reference)) {
            open.add(reference);
        }
    }

    @Override
    public Set<Address> recipients(Address current) {
        recipients.add(current);
        return Set.copyOf(recipients);
    }

    @Override
    public Map<Address, Address> routers(@Nullable Address current, Address recipient) {
        if (current != null) {
            routers.putIfAbsent(current, recipient);
        }
        return Map.copyOf(routers);
    }
}
