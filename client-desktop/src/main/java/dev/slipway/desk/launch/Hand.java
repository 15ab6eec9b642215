package dev.slipway.desk.launch;

import dev.slipway.desk.browserwallet.PaymentOrder;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import java.time.Duration;
import java.time.Instant;

/** What signs and pays in one run. Blocking, for the launching thread; may wait for a person. */
interface Hand extends AutoCloseable {
    /** Ample for a payment that a node has taken. */
    Duration PATIENCE = Duration.ofMinutes(60);

    /** Whose publication it is or becomes. */
    Address address();

    /**
     * Signs the bill's message, once whoever signs has seen it in full or agreed beforehand.
     *
     * @return 65 bytes r ‖ s ‖ v in hex, v 27 or 28
     */
    String sign(Bill bill);

    /**
     * Sees to it that the payment is made, once over all runs; returns when a node has it.
     *
     * @param order the bill's payment, or what is missing of it
     * @param status what the server has seen
     */
    void pay(Bill bill, PaymentOrder order, PublicationStatus status);

    /** Until when a payment that no block has is waited for, so that nobody waits for ever. */
    default Instant patience(Terms terms, Instant begun) {
        return begun.plus(PATIENCE);
    }

    /** Called while no block has the payment: pools forget. */
    void remind();

    /** What the server sees of the payment, while it is waited for. */
    void heard(PublicationStatus status);

    /** Whether the price may still come after this payment, which failed on the chain. */
    boolean isStillDue(PublicationStatus.Payment failed);

    @Override
    void close();
}
