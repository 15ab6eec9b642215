package dev.slipway.desk.launch;

/**
 * Whoever holds the wallet is asked before anything is signed: first for the signature, then for the payment, or for the
 * payment alone where the signature was given in an earlier run. Called on the launching thread, which it may block.
 */
@FunctionalInterface
public interface Consent {
    /** For a command, whose options said beforehand how much it may be. */
    Consent GIVEN = bill -> {};

    /** @throws dev.slipway.desk.problem.DeskException {@code cancelled} when it is not given */
    void ask(Bill bill);
}
