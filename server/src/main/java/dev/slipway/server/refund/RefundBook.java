package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.RefundReason;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.RefundProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is owed on one chain, as it was worked out last. Safe for use by many threads. */
public final class RefundBook implements RefundProgress {
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final long chainId;

    public RefundBook(JdbcClient database, TransactionOperations transactions, long chainId) {
        this.database = database;
        this.transactions = transactions;
        this.chainId = chainId;
    }

    /** Which entries a list has. */
    enum Kind {
        OWED("owed > 0"),
        RETURNED("owed = 0 and returned > 0");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /**
     * An entry of the list.
     *
     * @param id grows with each new entry
     * @param since when something of it is owed without a break; of what was returned, when it was owed last
     */
    record Entry(long id, Bytes32 reference, Refund refund, Instant since) {}

    /** Replaces what was known of the reference. */
    public void save(Bytes32 reference, List<Refund> refunds, Instant now) {
        if (of(reference).equals(refunds)) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            List<String> kept = Stream.concat(
                            Stream.of("none"), refunds.stream().map(refund -> text(refund.token())))
                    .toList();
            sql("delete from payment_refund where chain_id = :chain and reference = :reference"
                            + " and coalesce(token, '') not in (:kept)")
                    .param("reference", reference.hex())
                    .param("kept", kept)
                    .update();
            refunds.forEach(refund -> save(reference, refund, now));
        });
    }

    private void save(Bytes32 reference, Refund refund, Instant now) {
        sql("""
                insert into payment_refund (chain_id, reference, token, owed, returned, reason, transactions, since)
                values (:chain, :reference, nullif(:token, ''), :owed, :returned, :reason, :transactions, :now)
                on conflict (chain_id, reference, token) do update
                set owed = excluded.owed, returned = excluded.returned, reason = excluded.reason,
                    transactions = excluded.transactions,
                    since = case when payment_refund.owed = 0 and excluded.owed > 0
                        then excluded.since else payment_refund.since end
                where (payment_refund.owed, payment_refund.returned, payment_refund.reason, payment_refund.transactions)
                    is distinct from (excluded.owed, excluded.returned, excluded.reason, excluded.transactions)""")
                .param("reference", reference.hex())
                .param("token", text(refund.token()))
                .param("owed", refund.owed())
                .param("returned", refund.returned())
                .param("reason", refund.reason().text())
                .param(
                        "transactions",
                        String.join(
                                " ",
                                refund.transactions().stream().map(Bytes32::hex).toList()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The chain's own coin first. */
    public List<Refund> of(Bytes32 reference) {
        return sql("select * from payment_refund where chain_id = :chain and reference = :reference"
                        + " order by token nulls first")
                .param("reference", reference.hex())
                .query(RefundBook::refund)
                .list();
    }

    /** Oldest first, behind that id. */
    List<Entry> page(Kind kind, long after, int limit) {
        return sql("select * from payment_refund where chain_id = :chain and id > :after and " + kind.condition
                        + " order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(RefundBook::entry)
                .list();
    }

    @Override
    public List<PublicationStatus.Refund> of(Publication publication) {
        Bytes32 reference = publication.reference();
        return reference == null
                ? List.of()
                : of(reference).stream()
                        .map(refund -> new PublicationStatus.Refund(
                                refund.token(),
                                refund.owed().toString(),
                                refund.returned().toString(),
                                refund.reason(),
                                refund.transactions()))
                        .toList();
    }

    private JdbcClient.StatementSpec sql(String statement) {
        return database.sql(statement).param("chain", chainId);
    }

    private static String text(@Nullable Address token) {
        return token == null ? "" : token.hex();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                new Bytes32(row.getString("reference")),
                refund(row, number),
                row.getTimestamp("since").toInstant());
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        String token = row.getString("token");
        return new Refund(
                token == null ? null : new Address(token),
                row.getBigDecimal("owed").toBigIntegerExact(),
                row.getBigDecimal("returned").toBigIntegerExact(),
                RefundReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                Arrays.stream(row.getString("transactions").split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(Bytes32::new)
                        .toList());
    }
}
