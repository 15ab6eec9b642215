package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's returns in PostgreSQL; whoever changes them holds the cursor's row. */
final class JdbcReturns {
    private final ReadRows rows;

    JdbcReturns(JdbcClient database, long chainId) {
        this.rows = new ReadRows(database, chainId, "payment_return");
    }

    /**
     * What a transaction returns is what its newest receipt says, as with {@link JdbcCredits#replace}.
     *
     * @throws dev.slipway.server.chain.ChainUnavailable when the node tells otherwise of a block than it did
     */
    void replace(List<PaymentReturn> found) {
        Map<Bytes32, List<PaymentReturn>> byTransaction =
                found.stream().collect(Collectors.groupingBy(PaymentReturn::transactionHash));
        byTransaction.forEach(this::replace);
    }

    private void replace(Bytes32 transaction, List<PaymentReturn> now) {
        List<PaymentReturn> before =
                rows.of(transaction).query(JdbcReturns::row).list();
        Contradiction.requireNoneOfReturns(before, now);
        before.stream().map(PaymentReturn::reference).distinct().forEach(rows::open);
        rows.undo(transaction);
        now.forEach(this::put);
    }

    private void put(PaymentReturn back) {
        var unused = insert(back, "false", """
                on conflict (chain_id, transaction_hash, log_index) do update
                set reference = excluded.reference, sender = excluded.sender, refund_to = excluded.refund_to,
                    token = excluded.token, amount = excluded.amount, block_number = excluded.block_number,
                    block_hash = excluded.block_hash, block_time = excluded.block_time, undone = false""");
    }

    /** @return whether the transaction was not there yet */
    boolean claim(PaymentReturn back) {
        return !rows.has(back.transactionHash()) && insert(back, "true", "on conflict do nothing") == 1;
    }

    Map<Bytes32, Bytes32> lostClaims() {
        return rows
                .sql("""
                select transaction_hash, reference from payment_return
                where chain_id = :chain and claimed and undone""")
                .query((row, number) -> Map.entry(new Bytes32(row.getString(1)), new Bytes32(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other));
    }

    private int insert(PaymentReturn back, String claimed, String otherwise) {
        Address token = back.token();
        int inserted = rows.sql("""
                insert into payment_return (chain_id, transaction_hash, log_index, reference, sender, refund_to, token,
                    amount, block_number, block_hash, block_time, claimed)
                values (:chain, :transaction, :log, :reference, :sender, :refundTo, :token,
                    :amount, :number, :hash, :time, %s) %s""".formatted(claimed, otherwise))
                .param("transaction", back.transactionHash().hex())
                .param("log", back.logIndex())
                .param("reference", back.reference().hex())
                .param("sender", back.sender().hex())
                .param("refundTo", back.refundTo().hex())
                .param("token", token == null ? null : token.hex())
                .param("amount", back.amount())
                .param("number", back.block().number())
                .param("hash", back.block().hash().hex())
                .param("time", back.blockTime().atOffset(ZoneOffset.UTC))
                .update();
        rows.open(back.reference());
        return inserted;
    }

    void undoAbove(long number) {
        rows.undoAbove(number);
    }

    /** In blocks and not undone, oldest block first. */
    List<PaymentReturn> of(Bytes32 reference) {
        return rows.ofReference(reference).query(JdbcReturns::row).list();
    }

    private static PaymentReturn row(ResultSet row, int number) throws SQLException {
        String token = row.getString("token");
        return new PaymentReturn(
                new Bytes32(row.getString("transaction_hash")),
                row.getInt("log_index"),
                new Bytes32(row.getString("reference")),
                new Address(row.getString("sender")),
                new Address(row.getString("refund_to")),
                token == null ? null : new Address(token),
                row.getBigDecimal("amount").toBigIntegerExact(),
                new BlockRef(row.getLong("block_number"), new Bytes32(row.getString("block_hash"))),
                row.getTimestamp("block_time").toInstant());
    }
}
