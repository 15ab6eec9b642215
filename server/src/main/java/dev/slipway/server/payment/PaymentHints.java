package dev.slipway.server.payment;

import dev.slipway.server.publication.PaymentHinted;
import java.time.InstantSource;
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

    /** The note is kept or lost with the transaction of whoever tells it. */
    @EventListener
    void note(PaymentHinted hinted) {
        ledger.hint(hinted.reference(), new OpenReference.Hint(hinted.transactionHash(), clock.instant()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void look(PaymentHinted hinted) {
        watcher.wake();
    }
}
