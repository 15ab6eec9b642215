package dev.slipway.server.payment.reading;

import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.payment.ledger.BlockPayments;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Ledger;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the chain block by block into the ledger and notices by the parents' hashes when blocks were replaced. May be
 * stopped anywhere and run by several at once: what was read is committed block by block, and only on top of what it
 * was read after.
 */
public final class ChainFollower {
    private static final Logger LOG = LoggerFactory.getLogger(ChainFollower.class);
    /** Blocks before the first head that are read as well: a payment may be older than the first sight of the node. */
    private static final int FIRST_LOOK_BACK = 128;
    /** Bounds one call, so that a stop does not wait for a day's blocks. */
    private static final int BLOCKS_AT_ONCE = 200;

    private final ChainClient node;
    private final Ledger ledger;
    private final PaymentFinder payments;
    private final ReturnFinder returns;

    public ChainFollower(ChainClient node, Ledger ledger, PaymentFinder payments, ReturnFinder returns) {
        this.node = node;
        this.ledger = ledger;
        this.payments = payments;
        this.returns = returns;
    }

    /** How far the ledger is behind the node. */
    public enum Progress {
        CAUGHT_UP,
        MORE_TO_READ
    }

    /**
     * Reads up to two hundred blocks.
     *
     * @throws dev.slipway.server.chain.ChainUnavailable when the node is away; what was read until then is kept
     * @throws ChainReplaced when no block that was read is still on the chain
     */
    public Progress follow() {
        long head = node.head();
        Optional<BlockRef> cursor = ledger.cursor();
        if (cursor.isEmpty()) {
            node.block(Math.max(0, head - FIRST_LOOK_BACK)).map(BlockRef::of).ifPresent(ledger::begin);
            return Progress.MORE_TO_READ;
        }
        if (wasReplaced(cursor.get(), head)) {
            rewind(cursor.get(), head);
            return Progress.MORE_TO_READ;
        }
        return read(cursor.get(), Math.min(head, cursor.get().number() + BLOCKS_AT_ONCE), head);
    }

    private Progress read(BlockRef cursor, long last, long head) {
        BlockRef at = cursor;
        while (at.number() < last) {
            Optional<ChainBlock> next = node.block(at.number() + 1);
            if (next.isEmpty()) {
                // One of several nodes behind the same address lags: the next look will find it.
                return Progress.CAUGHT_UP;
            }
            if (!next.get().parentHash().equals(at.hash())) {
                return Progress.MORE_TO_READ;
            }
            Optional<BlockPayments> found = find(next.get());
            BlockRef child = BlockRef.of(next.get());
            if (found.isEmpty() || ledger.append(at, child, found.get()) == Ledger.Change.OVERTAKEN) {
                return Progress.MORE_TO_READ;
            }
            at = child;
        }
        return at.number() >= head ? Progress.CAUGHT_UP : Progress.MORE_TO_READ;
    }

    private Optional<BlockPayments> find(ChainBlock block) {
        return payments.find(block)
                .flatMap(credits -> returns.find(block).map(back -> new BlockPayments(credits, back)));
    }

    /** A node that is merely behind shows the blocks we know, up to its own head. */
    private boolean wasReplaced(BlockRef cursor, long head) {
        long shared = Math.min(cursor.number(), head);
        Optional<BlockRef> ours = shared == cursor.number() ? Optional.of(cursor) : ledger.blockAt(shared);
        Optional<BlockRef> theirs = node.block(shared).map(BlockRef::of);
        return theirs.isPresent() && !theirs.equals(ours);
    }

    private void rewind(BlockRef cursor, long head) {
        long number = Math.min(cursor.number(), head);
        while (number >= 0) {
            Optional<BlockRef> ours = ledger.blockAt(number);
            if (ours.isEmpty()) {
                break;
            }
            if (node.block(number).map(BlockRef::of).equals(ours)) {
                LOG.warn(
                        "The chain was reorganised: {} blocks after {} were replaced",
                        cursor.number() - number,
                        number);
                ledger.rewind(cursor, ours.get());
                return;
            }
            number--;
        }
        throw new ChainReplaced("The node knows none of the " + Ledger.KEPT_BLOCKS
                + " blocks read before block " + cursor.number() + ". If the node is the right one and its chain was"
                + " deleted on purpose, use a new database; else point SLIPWAY_CHAIN_RPC at the right node.");
    }
}
