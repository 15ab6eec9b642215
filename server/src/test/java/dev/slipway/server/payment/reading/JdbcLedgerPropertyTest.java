package dev.slipway.server.payment.reading;

import dev.slipway.server.payment.ledger.JdbcLedgerTest;
import dev.slipway.server.payment.reading.ChainFollowerPropertyTest.Step;
import dev.slipway.server.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@link ChainFollowerPropertyTest} on the ledger that servers use: its rows, and what becomes of them, are another matter. */
class JdbcLedgerPropertyTest {
    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();
    private static final AtomicLong CHAIN = new AtomicLong(1);

    @Property(tries = 25)
    void theLedgerEndsWithWhatTheChainSays(@ForAll("histories") List<Step> history) {
        ChainFollowerPropertyTest.live(history, JdbcLedgerTest.on(DATABASE, CHAIN.incrementAndGet()));
    }

    /** The history that chance finds seldom: each payment of a transaction moves to the number that the next one had. */
    @Example
    void aPaymentThatComesBeforeShiftsTheBlocksLogsByOne() {
        ChainFollowerPropertyTest.live(
                List.of(
                        new Step.Mine(1, 5, false),
                        new Step.Look(),
                        new Step.Reorganise(1, 0, false),
                        new Step.Mine(1, 7, true),
                        new Step.Look()),
                JdbcLedgerTest.on(DATABASE, CHAIN.incrementAndGet()));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return new ChainFollowerPropertyTest().histories();
    }
}
