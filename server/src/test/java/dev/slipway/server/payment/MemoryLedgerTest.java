package dev.slipway.server.payment;

class MemoryLedgerTest extends LedgerContract {
    private final Ledger ledger = new MemoryLedger();

    @Override
    Ledger ledger() {
        return ledger;
    }
}
