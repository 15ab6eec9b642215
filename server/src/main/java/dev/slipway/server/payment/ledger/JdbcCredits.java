package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainReceipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's credits in PostgreSQL; whoever changes them holds the cursor's row. */
final class JdbcCredits {
    private final ReadRows rows;

    JdbcCredits(JdbcClient database, long chainId) {
        this.rows = new ReadRows(database, chainId, "payment_credit");
    }

    /**
     * What a transaction credits is what its newest receipt says: what it credited before and does not now is marked as
     * undone, and where it stood before something else may stand. All references concerned are looked at again.
     *
     * @throws dev.slipway.server.chain.ChainUnavailable when the node tells otherwise of a block than it did
     */
    void replace(List<Credit> found) {
        Map<Bytes32, List<Credit>> byTransaction =
                found.stream().collect(Collectors.groupingBy(Credit::transactionHash));
        byTransaction.forEach(this::replace);
    }

    private void replace(Bytes32 transaction, List<Credit> now) {
        List<Credit> before = rows.of(transaction).query(JdbcCredits::credit).list();
        Contradiction.requireNone(before, now);
        before.stream().map(Credit::reference).distinct().forEach(rows::open);
        rows.undo(transaction);
        now.forEach(this::put);
    }

    private void put(Credit credit) {
        Address token = credit.token();
        rows.sql("""
                insert into payment_credit (chain_id, transaction_hash, log_index, reference, payer, recipient, token, amount,
                    succeeded, block_number, block_hash, block_time)
                values (:chain, :transaction, :log, :reference, :payer, :recipient, :token, :amount,
                    :succeeded, :number, :hash, :time)
                on conflict (chain_id, transaction_hash, log_index) do update
                set reference = excluded.reference, payer = excluded.payer, recipient = excluded.recipient,
                    token = excluded.token, amount = excluded.amount, succeeded = excluded.succeeded,
                    block_number = excluded.block_number, block_hash = excluded.block_hash,
                    block_time = excluded.block_time, undone = false""")
                .param("transaction", credit.transactionHash().hex())
                .param("log", credit.logIndex())
                .param("reference", credit.reference().hex())
                .param("payer", credit.payer().hex())
                .param("recipient", credit.recipient().hex())
                .param("token", token == null ? null : token.hex())
                .param("amount", credit.amount())
                .param("succeeded", credit.succeeded())
                .param("number", credit.block().number())
                .param("hash", credit.block().hash().hex())
                .param("time", credit.blockTime().atOffset(ZoneOffset.UTC))
                .update();
        rows.open(credit.reference());
    }

    void undoAbove(long number) {
        rows.undoAbove(number);
    }

    /** In blocks and not undone, oldest block first. */
    List<Credit> of(Bytes32 reference) {
        return rows.ofReference(reference).query(JdbcCredits::credit).list();
    }

    List<Bytes32> undone(Bytes32 reference) {
        return rows.sql("""
                select transaction_hash from payment_credit
                where chain_id = :chain and reference = :reference and undone limit 20""")
                .param("reference", reference.hex())
                .query((row, number) -> new Bytes32(row.getString(1)))
                .list();
    }

    boolean has(Bytes32 transaction) {
        return rows.has(transaction);
    }

    private static Credit credit(ResultSet row, int number) throws SQLException {
        String token = row.getString("token");
        return new Credit(
                new Bytes32(row.getString("transaction_hash")),
                row.getInt("log_index"),
                new Bytes32(row.getString("reference")),
                new Address(row.getString("payer")),
                new Address(row.getString("recipient")),
                token == null ? null : new Address(token),
                row.getBigDecimal("amount").toBigIntegerExact(),
                row.getBoolean("succeeded") ? ChainReceipt.Outcome.SUCCEEDED : ChainReceipt.Outcome.FAILED,
                new BlockRef(row.getLong("block_number"), new Bytes32(row.getString("block_hash"))),
                row.getTimestamp("block_time").toInstant());
    }
}
