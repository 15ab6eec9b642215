package dev.slipway.desk.browserwallet;

/** Hears on threads of the session, one event at a time for each step; must return quickly. */
@FunctionalInterface
public interface WalletListener {

    void heard(WalletEvent event);
}
