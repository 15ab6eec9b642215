package dev.slipway.desk.launch.underway;

import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.launch.Bill;
import dev.slipway.desk.pay.Quote;

/** Signs only payments that a person confirmed. Its methods block, and throw {@code wallet-locked} while it is locked. */
public interface ConfirmingSigner extends Signer {

    /**
     * A person saw this payment in full and confirmed it.
     *
     * @param bill with what was agreed
     */
    void allow(Quote confirmed, Bill bill);
}
