package dev.slipway.desk.launch;

import dev.slipway.model.publication.PublicationStatus;

/** Shows a payment that is made with a wallet this desk knows nothing of. Called on the launching thread: return at once. */
public interface PayElsewhere {

    /** It is to be made; the newest request takes the place of those before. */
    void show(PaymentRequest request);

    /** The offer has ended, or nearly: nobody should make it any more. What was made in time may still come. */
    void over(PaymentRequest request);

    /** It is on its way: nobody should make it any more. */
    void seen(PublicationStatus.Payment payment);
}
