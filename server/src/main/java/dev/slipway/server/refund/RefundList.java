package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the operator owes, to whom, and how to return it. */
@Component
class RefundList {
    private final RefundBook book;
    private final Publications publications;
    private final ChainEndpoint chain;
    private final JdbcClient database;

    RefundList(RefundBook book, Publications publications, ChainEndpoint chain, JdbcClient database) {
        this.book = book;
        this.publications = publications;
        this.chain = chain;
        this.database = database;
    }

    OperatorRefunds page(RefundBook.Kind kind, long after, int limit) {
        List<RefundBook.Entry> entries = book.page(kind, after, limit);
        List<OperatorRefund> refunds =
                entries.stream().flatMap(entry -> refund(entry).stream()).toList();
        return new OperatorRefunds(
                refunds, entries.size() < limit ? null : entries.getLast().id());
    }

    private Optional<OperatorRefund> refund(RefundBook.Entry entry) {
        return publications.findByReference(entry.reference()).flatMap(publication -> refund(entry, publication));
    }

    private Optional<OperatorRefund> refund(RefundBook.Entry entry, Publication publication) {
        Refund refund = entry.refund();
        return Optional.ofNullable(publication.refundTo())
                .map(refundTo -> new OperatorRefund(
                        entry.id(),
                        publication.id(),
                        publication.form().title(),
                        entry.reference(),
                        refundTo,
                        refund.token(),
                        refund.owed().toString(),
                        refund.returned().toString(),
                        refund.reason(),
                        entry.since(),
                        refund.transactions(),
                        refund.owed().signum() == 0
                                ? null
                                : RefundTransaction.of(chain.chainId(), refundTo, entry.reference(), refund)));
    }

    /** Newest first. */
    List<UnmatchedPayment> unmatched(int limit) {
        return database.sql("""
                        select * from payment_credit c
                        where chain_id = :chain and succeeded and not undone
                          and not exists (select 1 from publication p where p.reference = c.reference)
                        order by block_number desc, transaction_hash, log_index limit :limit""")
                .param("chain", chain.chainId())
                .param("limit", limit)
                .query(RefundList::unmatched)
                .list();
    }

    private static UnmatchedPayment unmatched(ResultSet row, int number) throws SQLException {
        String token = row.getString("token");
        return new UnmatchedPayment(
                new Bytes32(row.getString("transaction_hash")),
                new Bytes32(row.getString("reference")),
                new Address(row.getString("payer")),
                new Address(row.getString("recipient")),
                token == null ? null : new Address(token),
                row.getBigDecimal("amount").toBigIntegerExact().toString(),
                row.getLong("block_number"),
                row.getTimestamp("block_time").toInstant());
    }
}
