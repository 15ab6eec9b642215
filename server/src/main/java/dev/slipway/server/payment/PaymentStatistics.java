package dev.slipway.server.payment;

import dev.slipway.server.chain.ChainEndpoint;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger's sums. One query; safe for use by many threads. */
@Component
public class PaymentStatistics {
    private final JdbcClient database;
    private final ChainEndpoint chain;

    PaymentStatistics(JdbcClient database, ChainEndpoint chain) {
        this.database = database;
        this.chain = chain;
    }

    public PaymentTotals read() {
        return database.sql("""
                        select
                            count(*) filter (where succeeded and not undone) as payments,
                            coalesce(sum(amount) filter (where succeeded and not undone and token is null), 0) as wei,
                            count(*) filter (where undone) as undone,
                            (select count(*) from payment_reference where chain_id = :chain and open) as open,
                            coalesce((select number from chain_cursor where chain_id = :chain), -1) as block
                        from payment_credit where chain_id = :chain""")
                .param("chain", chain.chainId())
                .query((row, number) -> new PaymentTotals(
                        row.getLong("payments"),
                        row.getObject("wei", BigDecimal.class).toBigIntegerExact(),
                        row.getLong("undone"),
                        row.getLong("open"),
                        row.getLong("block")))
                .single();
    }
}
