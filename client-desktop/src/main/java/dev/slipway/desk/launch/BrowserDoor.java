package dev.slipway.desk.launch;

import dev.slipway.desk.browserwallet.BrowserWallet;
import dev.slipway.desk.browserwallet.PaymentMemory;

/** Opens the page for a wallet in the system's browser, when it is first needed. Called on the launching thread. */
@FunctionalInterface
public interface BrowserDoor {

    /**
     * @param memory of this publication's payment
     * @return the session; who asked closes it
     */
    BrowserWallet open(Contact contact, PaymentMemory memory);
}
