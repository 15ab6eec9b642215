package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.payment.ledger.OpenReference;
import dev.slipway.server.publication.PaymentHinted;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notes where somebody says a payment is, and lets the watcher look at once. */
class PaymentHints {
    private final Ledger ledger;
    private final PaymentWatcher watcher;
    private final InstantSource clock;

    PaymentHints(Ledger ledger, PaymentWatcher watcher, InstantSource clock) {
        this.ledger = ledger;
        this.watcher = watcher;
        this.clock = clock;
    }

    /** A hint that is worth a look. */
    record Noted(Bytes32 reference) {}

    /**
     * The note is kept or lost with the transaction of whoever tells it.
     *
     * @return the event that follows; null, and so none, for one that was repeated too soon
     */
    @EventListener
    @Nullable
    Noted note(PaymentHinted hinted) {
        OpenReference.Hint hint = new OpenReference.Hint(hinted.transactionHash(), clock.instant());
        return ledger.hint(hinted.reference(), hint) ? new Noted(hinted.reference()) : null;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void look(Noted noted) {
        watcher.wake();
    }
}
