package dev.slipway.server.payment.standing;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.payment.ledger.ContradictingNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

    /** Of this look, in the order in which it went wrong. */
    private final Map<Bytes32, RuntimeException> untold = new LinkedHashMap<>();

    /** Forgets what an earlier look found, which may have ended before its end. */
    void begin() {
        untold.clear();
    }

    /** May be called more than once for a reference. */
    void run(Bytes32 reference, Runnable look) {
        try {
            look.run();
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
        untold.putIfAbsent(reference, e);
    }

    /** @throws PaymentsUntold if there were any since the beginning */
    void requireAllTold() {
        logged.retainAll(untold.keySet());
        if (!untold.isEmpty()) {
            Map.Entry<Bytes32, RuntimeException> first =
                    untold.entrySet().iterator().next();
            throw new PaymentsUntold(untold.size(), first.getKey(), first.getValue());
        }
    }
}
