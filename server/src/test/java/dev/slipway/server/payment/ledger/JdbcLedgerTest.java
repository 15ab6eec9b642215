package dev.slipway.server.payment.ledger;

import dev.slipway.server.refund.RefundBook;
import dev.slipway.server.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

public class JdbcLedgerTest extends LedgerContract {
    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();
    private static final AtomicLong CHAIN = new AtomicLong(1);

    /** A chain of its own for each case, in one database: they must not see each other. */
    private final Ledger ledger = on(DATABASE, CHAIN.incrementAndGet());

    public static Ledger on(DataSource database, long chainId) {
        return new JdbcLedger(
                JdbcClient.create(database),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                chainId);
    }

    public static RefundBook book(DataSource database, long chainId) {
        return new RefundBook(
                JdbcClient.create(database),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                chainId);
    }

    @Override
    Ledger ledger() {
        return ledger;
    }
}
