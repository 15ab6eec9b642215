package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of one chain. Each change is one transaction: after a crash the ledger is as before it or as after it.
 * Credits are added or marked as undone, never deleted.
 */
interface Ledger {

    /** The newest block that was read whole; empty before the first. */
    Optional<BlockRef> cursor();

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

    /** Moves the cursor from the parent to its child, and adds what the child pays. Opens the references. */
    Change append(BlockRef parent, BlockRef child, List<Credit> credits);

    /** Moves the cursor back and marks every credit above it as undone. Opens their references. */
    Change rewind(BlockRef from, BlockRef ancestor);

    /** In blocks and not undone, oldest block first. */
    List<Credit> credits(Bytes32 reference);

    /** Transactions with this reference that a reorganisation took out of the chain. */
    List<Bytes32> undone(Bytes32 reference);

    void hint(Bytes32 reference, OpenReference.Hint hint);

    List<OpenReference> open(int limit);

    /** Until the next credit, hint or reorganisation. */
    void close(Bytes32 reference);

    /** Also remembers the address for ever. */
    Set<Address> recipients(Address current);
}
