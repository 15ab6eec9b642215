package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.ContentState;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.publication.ContentChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/** A refusal, and its end, change what is owed without a word of the chain: the payment is looked at again. */
class RefundOccasions {
    private final Ledger ledger;
    private final PaymentWatcher watcher;

    RefundOccasions(Ledger ledger, PaymentWatcher watcher) {
        this.ledger = ledger;
        this.watcher = watcher;
    }

    /** A payment that is worth a look. */
    record Reopened(Bytes32 reference) {}

    /**
     * Within the transaction of the change.
     *
     * @return the event that follows; null, and so none, where nothing changes
     */
    @EventListener
    @Nullable
    Reopened onContentChanged(ContentChanged changed) {
        Bytes32 reference = changed.publication().reference();
        boolean matters = changed.publication().content().isSettled() || changed.before() == ContentState.REJECTED;
        if (reference == null || !matters) {
            return null;
        }
        ledger.reopen(reference);
        return new Reopened(reference);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void look(Reopened reopened) {
        watcher.wake();
    }
}
