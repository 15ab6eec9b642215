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
    private final JdbcClient database;
    private final long chainId;

    JdbcCredits(JdbcClient database, long chainId) {
        this.database = database;
        this.chainId = chainId;
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
        List<Credit> before = before(transaction);
        Contradiction.requireNone(before, now);
        before.stream().map(Credit::reference).distinct().forEach(this::open);
        sql("""
                update payment_credit set undone = true
                where chain_id = :chain and transaction_hash = :transaction and not undone""").param("transaction", transaction.hex()).update();
        now.forEach(this::put);
    }

    private List<Credit> before(Bytes32 transaction) {
        return sql("select * from payment_credit where chain_id = :chain and transaction_hash = :transaction")
                .param("transaction", transaction.hex())
                .query(JdbcCredits::credit)
                .list();
    }

    private void put(Credit credit) {
        Address token = credit.token();
        sql("""
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
        open(credit.reference());
    }

    private void open(Bytes32 reference) {
        sql("""
                insert into payment_reference (chain_id, reference, open) values (:chain, :reference, true)
                on conflict (chain_id, reference) do update set open = true, looked_at = null""").param("reference", reference.hex()).update();
    }

    void undoAbove(long number) {
        sql("""
                with taken_back as (
                    update payment_credit set undone = true
                    where chain_id = :chain and block_number > :number and not undone
                    returning reference)
                update payment_reference set open = true, looked_at = null
                where chain_id = :chain and reference in (select reference from taken_back)""").param("number", number).update();
    }

    /** In blocks and not undone, oldest block first. */
    List<Credit> of(Bytes32 reference) {
        return sql("""
                select * from payment_credit where chain_id = :chain and reference = :reference and not undone
                order by block_number, transaction_hash, log_index""")
                .param("reference", reference.hex())
                .query(JdbcCredits::credit)
                .list();
    }

    List<Bytes32> undone(Bytes32 reference) {
        return sql("""
                select transaction_hash from payment_credit
                where chain_id = :chain and reference = :reference and undone limit 20""")
                .param("reference", reference.hex())
                .query((row, number) -> new Bytes32(row.getString(1)))
                .list();
    }

    boolean has(Bytes32 transaction) {
        return sql("select count(*) from payment_credit where chain_id = :chain and transaction_hash = :transaction")
                        .param("transaction", transaction.hex())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private JdbcClient.StatementSpec sql(String statement) {
        return database.sql(statement).param("chain", chainId);
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
