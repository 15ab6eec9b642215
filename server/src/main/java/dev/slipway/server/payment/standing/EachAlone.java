package dev.slipway.server.payment.standing;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.payment.ledger.ContradictingNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Looks at payments one after another so that none of them, whatever a stranger did to it, keeps the others from being told.
 * What concerns all of them, a node or a database that is away, ends the look at once. To be used by one thread.
 */
final class EachAlone {
    private static final Logger LOG = LoggerFactory.getLogger(EachAlone.class);

    /** Told in full once, and not with every look. */
    private final Set<Bytes32> logged = new HashSet<>();

    private int count;
    private @Nullable Bytes32 first;
    private @Nullable RuntimeException why;

    void run(Bytes32 reference, Runnable look) {
        try {
            look.run();
            logged.remove(reference);
        } catch (ContradictingNode e) {
            note(reference, e);
        } catch (ChainUnavailable | DataAccessResourceFailureException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            note(reference, e);
        }
    }

    private void note(Bytes32 reference, RuntimeException e) {
        if (logged.add(reference)) {
            LOG.error("The payment with the reference {} cannot be told", reference, e);
        }
        count++;
        if (first == null) {
            first = reference;
            why = e;
        }
    }

    /** @throws PaymentsUntold if there were any since the last call */
    void requireAllTold() {
        Bytes32 reference = first;
        RuntimeException cause = why;
        int untold = count;
        first = null;
        why = null;
        count = 0;
        if (reference != null && cause != null) {
            throw new PaymentsUntold(untold, reference, cause);
        }
    }
}
