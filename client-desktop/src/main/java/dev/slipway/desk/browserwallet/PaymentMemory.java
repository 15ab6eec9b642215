package dev.slipway.desk.browserwallet;

import dev.slipway.model.ethereum.Bytes32;
import java.util.Optional;

/** Remembers over the end of the desk that a payment was asked for, so that it is never asked for a second time. */
public interface PaymentMemory {

    Optional<AskedPayment> find(Bytes32 reference);

    /** Returns when a power cut can no longer undo it; takes the place of what was known for the same reference. */
    void keep(AskedPayment asked);
}
