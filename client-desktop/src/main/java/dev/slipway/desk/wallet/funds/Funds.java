package dev.slipway.desk.wallet.funds;

import java.math.BigInteger;

/** What is known of an account's balance. Not knowing it is never the same as nothing being there. */
public sealed interface Funds {

    /** Nobody asked yet. */
    record Unasked() implements Funds {}

    record Asking() implements Funds {}

    /** @param wei at the newest block of the chain */
    record Known(BigInteger wei, long chainId) implements Funds {}

    /** There is no node to ask. */
    record NoNode() implements Funds {}

    /** @param message the exact reason */
    record Unknown(String message) implements Funds {}
}
