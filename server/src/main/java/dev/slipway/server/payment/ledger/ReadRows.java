package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Bytes32;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tables of payments and of returns have in common: rows of one chain that blocks take back, and give again.
 *
 * @param table {@code payment_credit} or {@code payment_return}
 */
record ReadRows(JdbcClient database, long chainId, String table) {

    /** With the chain as a parameter. */
    JdbcClient.StatementSpec sql(String statement) {
        return database.sql(statement).param("chain", chainId);
    }

    JdbcClient.StatementSpec of(Bytes32 transaction) {
        return sql("select * from " + table + " where chain_id = :chain and transaction_hash = :transaction")
                .param("transaction", transaction.hex());
    }

    /** Whether anything of it was read, in blocks or not any more; what a person set aside is as if it never was. */
    boolean has(Bytes32 transaction) {
        return sql("select exists (select from " + table + """
                         where chain_id = :chain and transaction_hash = :transaction
                    and not (undone and log_index > :outOfTheWay))""")
                .param("transaction", transaction.hex())
                .param("outOfTheWay", Contradiction.OUT_OF_THE_WAY)
                .query(Boolean.class)
                .single();
    }

    /** In blocks and not undone, oldest block first. */
    JdbcClient.StatementSpec ofReference(Bytes32 reference) {
        return sql("select * from " + table + """
                 where chain_id = :chain and reference = :reference and not undone
                order by block_number, transaction_hash, log_index""").param("reference", reference.hex());
    }

    void undo(Bytes32 transaction) {
        sql("update " + table + """
                 set undone = true
                where chain_id = :chain and transaction_hash = :transaction and not undone""").param("transaction", transaction.hex()).update();
    }

    void undoAbove(long number) {
        sql("with taken_back as (update " + table + """
                     set undone = true
                    where chain_id = :chain and block_number > :number and not undone
                    returning reference)
                update payment_reference set open = true, looked_at = null
                where chain_id = :chain and reference in (select reference from taken_back)""").param("number", number).update();
    }

    /** What stands under the reference is worked out anew. */
    void open(Bytes32 reference) {
        sql("""
                insert into payment_reference (chain_id, reference, open) values (:chain, :reference, true)
                on conflict (chain_id, reference) do update set open = true, looked_at = null""").param("reference", reference.hex()).update();
    }
}
