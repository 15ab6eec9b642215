package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one chain. Each change is one transaction: after a crash the ledger is as before it or as after it.
 * Credits are added or marked as undone, never deleted.
 */
public interface Ledger {

    /** The newest block that was read whole; empty before the first. */
    Optional<BlockRef> cursor();

    /** Whether the chain was ever seen to say itself which blocks are final. */
    boolean isFinalityTold();

    void noteThatFinalityIsTold();

    /** The block that was read at that height, as far back as {@link #KEPT_BLOCKS}. */
    Optional<BlockRef> blockAt(long number);

    int KEPT_BLOCKS = 1024;

    /** Begins at this block, unless another watcher has begun already. */
    void begin(BlockRef block);

    /** What became of a change that rests on where the cursor was. */
    enum Change {
        MADE,
        /** Another watcher was faster: nothing was changed, read the cursor again. */
        OVERTAKEN
    }

    /** Moves the cursor from the parent to its child, and adds what the child holds. Opens the references. */
    Change append(BlockRef parent, BlockRef child, BlockPayments payments);

    /**
     * Adds what was not found in a block when it was read, where that block was read and is still the one. Opens the
     * references.
     */
    void addOverlooked(BlockRef block, List<Credit> credits);

    /** Moves the cursor back and marks every credit and return above it as undone. Opens their references. */
    Change rewind(BlockRef from, BlockRef ancestor);

    /** In blocks and not undone, oldest block first. */
    List<Credit> credits(Bytes32 reference);

    /** In blocks and not undone, oldest block first. */
    List<PaymentReturn> returns(Bytes32 reference);

    /** Transactions with this reference that a reorganisation took out of the chain. */
    List<Bytes32> undone(Bytes32 reference);

    /** So long after a hint another one for the same reference does nothing: it costs the node a question. */
    Duration BETWEEN_HINTS = Duration.ofSeconds(10);

    /** @return whether it was noted */
    boolean hint(Bytes32 reference, OpenReference.Hint hint);

    /** In the references' order, beginning behind that one; null begins at the first. */
    List<OpenReference> open(@Nullable Bytes32 after, int limit);

    /** Those of {@link #open} that a payment in a block stands for. */
    List<OpenReference> paid(@Nullable Bytes32 after, int limit);

    /** Those of {@link #open} without one whose turn it is: looked at longest ago. Counts as a look at that moment. */
    List<OpenReference> takeUnpaid(int limit, Instant now);

    /** Until the next credit, return, hint or reorganisation. */
    void close(Bytes32 reference);

    /** What became of a return that the operator told of. */
    enum Claim {
        NOTED,
        /** The same transaction is in the ledger already, for whatever. */
        COUNTED_ALREADY,
        /** Its block was not read yet, or another one was in its place. */
        NOT_READ
    }

    /** Keeps a return that carries no reference, as if it had been found in its block. Opens the reference. */
    Claim claim(PaymentReturn back);

    /** Transactions that were claimed and then taken out of the chain, with the references that they stand for. */
    Map<Bytes32, Bytes32> lostClaims();

    /** Something other than the chain changed what is owed; does nothing for what no payment was ever seen for. */
    void reopen(Bytes32 reference);

    /** Also remembers the address for ever. */
    Set<Address> recipients(Address current);

    /**
     * Every payment contract that was ever offered, with whom it pays; also remembers the current one for ever.
     *
     * @param current null where none is offered
     */
    Map<Address, Address> routers(@Nullable Address current, Address recipient);
}
