package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The ledger in PostgreSQL. The cursor's row is the lock: a change names where the cursor must be, or does nothing. */
public final class JdbcLedger implements Ledger {
    /** Of the reference r. */
    private static final String IN_BLOCK = """
            (select 1 from payment_credit c
             where c.chain_id = r.chain_id and c.reference = r.reference and c.succeeded and not c.undone)""";

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final long chainId;
    private final JdbcCredits credits;
    private final JdbcReturns returns;

    public JdbcLedger(JdbcClient database, TransactionOperations transactions, long chainId) {
        this.database = database;
        this.transactions = transactions;
        this.chainId = chainId;
        this.credits = new JdbcCredits(database, chainId);
        this.returns = new JdbcReturns(database, chainId);
    }

    @Override
    public Optional<BlockRef> cursor() {
        return sql("select number, hash from chain_cursor where chain_id = :chain")
                .query(JdbcLedger::block)
                .optional();
    }

    @Override
    public boolean isFinalityTold() {
        return sql("select finality_told from chain_cursor where chain_id = :chain")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void noteThatFinalityIsTold() {
        sql("update chain_cursor set finality_told = true where chain_id = :chain")
                .update();
    }

    @Override
    public Optional<BlockRef> blockAt(long number) {
        return sql("select number, hash from chain_block where chain_id = :chain and number = :number")
                .param("number", number)
                .query(JdbcLedger::block)
                .optional();
    }

    @Override
    public void begin(BlockRef block) {
        transactions.executeWithoutResult(status -> {
            int rows = sql("insert into chain_cursor (chain_id, number, hash) values (:chain, :number, :hash)"
                            + " on conflict do nothing")
                    .param("number", block.number())
                    .param("hash", block.hash().hex())
                    .update();
            if (rows == 1) {
                keep(block);
            }
        });
    }

    @Override
    public Change append(BlockRef parent, BlockRef child, BlockPayments payments) {
        return change(parent, child, () -> {
            keep(child);
            credits.replace(payments.credits());
            returns.replace(payments.returns());
        });
    }

    @Override
    public void addOverlooked(BlockRef block, List<Credit> overlooked) {
        transactions.executeWithoutResult(status -> {
            if (isRead(block)) {
                credits.replace(overlooked);
            }
        });
    }

    /** Locks the cursor. */
    private boolean isRead(BlockRef block) {
        Optional<BlockRef> cursor = sql("select number, hash from chain_cursor where chain_id = :chain for update")
                .query(JdbcLedger::block)
                .optional();
        return cursor.filter(at -> at.number() >= block.number()).isPresent()
                && blockAt(block.number()).filter(read -> !read.equals(block)).isEmpty();
    }

    @Override
    public Change rewind(BlockRef from, BlockRef ancestor) {
        return change(from, ancestor, () -> {
            sql("delete from chain_block where chain_id = :chain and number > :number")
                    .param("number", ancestor.number())
                    .update();
            credits.undoAbove(ancestor.number());
            returns.undoAbove(ancestor.number());
        });
    }

    private Change change(BlockRef from, BlockRef to, Runnable work) {
        return transactions.execute(status -> {
            int rows = sql("""
                    update chain_cursor set number = :to, hash = :toHash
                    where chain_id = :chain and number = :from and hash = :fromHash""")
                    .param("to", to.number())
                    .param("toHash", to.hash().hex())
                    .param("from", from.number())
                    .param("fromHash", from.hash().hex())
                    .update();
            if (rows == 0) {
                return Change.OVERTAKEN;
            }
            work.run();
            return Change.MADE;
        });
    }

    private void keep(BlockRef block) {
        sql("insert into chain_block (chain_id, number, hash) values (:chain, :number, :hash)")
                .param("number", block.number())
                .param("hash", block.hash().hex())
                .update();
        sql("delete from chain_block where chain_id = :chain and number <= :oldest")
                .param("oldest", block.number() - KEPT_BLOCKS)
                .update();
    }

    @Override
    public List<Credit> credits(Bytes32 reference) {
        return credits.of(reference);
    }

    @Override
    public List<PaymentReturn> returns(Bytes32 reference) {
        return returns.of(reference);
    }

    @Override
    public List<Bytes32> undone(Bytes32 reference) {
        return credits.undone(reference);
    }

    @Override
    public boolean hint(Bytes32 reference, OpenReference.Hint hint) {
        int rows = sql("""
                insert into payment_reference (chain_id, reference, open, hinted_transaction, hinted_at)
                values (:chain, :reference, true, :transaction, :at)
                on conflict (chain_id, reference) do update
                set open = true, hinted_transaction = excluded.hinted_transaction, hinted_at = excluded.hinted_at
                where payment_reference.hinted_at is null or payment_reference.hinted_at <= :earlier""")
                .param("reference", reference.hex())
                .param("transaction", hint.transactionHash().hex())
                .param("at", hint.at().atOffset(ZoneOffset.UTC))
                .param("earlier", hint.at().minus(BETWEEN_HINTS).atOffset(ZoneOffset.UTC))
                .update();
        return rows == 1;
    }

    @Override
    public List<OpenReference> open(@Nullable Bytes32 after, int limit) {
        return page("", after, limit);
    }

    @Override
    public List<OpenReference> paid(@Nullable Bytes32 after, int limit) {
        return page("and exists " + IN_BLOCK, after, limit);
    }

    private List<OpenReference> page(String condition, @Nullable Bytes32 after, int limit) {
        return sql("""
                select reference, hinted_transaction, hinted_at from payment_reference r
                where chain_id = :chain and open and reference > :after %s order by reference limit :limit""".formatted(condition))
                .param("after", after == null ? "" : after.hex())
                .param("limit", limit)
                .query(JdbcLedger::openReference)
                .list();
    }

    @Override
    public List<OpenReference> takeUnpaid(int limit, Instant now) {
        return sql("""
                update payment_reference set looked_at = :now
                where chain_id = :chain and reference in (
                    select reference from payment_reference r
                    where chain_id = :chain and open and not exists %s
                    order by looked_at nulls first, hinted_at limit :limit)
                returning reference, hinted_transaction, hinted_at""".formatted(IN_BLOCK))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(JdbcLedger::openReference)
                .list();
    }

    private static OpenReference openReference(ResultSet row, int number) throws SQLException {
        return new OpenReference(new Bytes32(row.getString("reference")), hint(row));
    }

    private static OpenReference.@Nullable Hint hint(ResultSet row) throws SQLException {
        String transaction = row.getString("hinted_transaction");
        Timestamp at = row.getTimestamp("hinted_at");
        return transaction == null || at == null
                ? null
                : new OpenReference.Hint(new Bytes32(transaction), at.toInstant());
    }

    @Override
    public void close(Bytes32 reference) {
        sql("update payment_reference set open = false where chain_id = :chain and reference = :reference")
                .param("reference", reference.hex())
                .update();
    }

    @Override
    public Claim claim(PaymentReturn back) {
        return transactions.execute(status -> {
            if (!isRead(back.block())) {
                return Claim.NOT_READ;
            }
            return !credits.has(back.transactionHash()) && returns.claim(back) ? Claim.NOTED : Claim.COUNTED_ALREADY;
        });
    }

    @Override
    public Map<Bytes32, Bytes32> lostClaims() {
        return returns.lostClaims();
    }

    @Override
    public void reopen(Bytes32 reference) {
        sql("update payment_reference set open = true where chain_id = :chain and reference = :reference")
                .param("reference", reference.hex())
                .update();
    }

    @Override
    public Set<Address> recipients(Address current) {
        sql("insert into payment_recipient (chain_id, recipient) values (:chain, :recipient) on conflict do nothing")
                .param("recipient", current.hex())
                .update();
        return Set.copyOf(sql("select recipient from payment_recipient where chain_id = :chain")
                .query((row, number) -> new Address(row.getString(1)))
                .list());
    }

    @Override
    public Map<Address, Address> routers(@Nullable Address current, Address recipient) {
        if (current != null) {
            sql("""
                    insert into payment_router (chain_id, router, recipient) values (:chain, :router, :recipient)
                    on conflict do nothing""")
                    .param("router", current.hex())
                    .param("recipient", recipient.hex())
                    .update();
        }
        return sql("select router, recipient from payment_router where chain_id = :chain")
                .query((row, number) -> Map.entry(new Address(row.getString(1)), new Address(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec sql(String statement) {
        return database.sql(statement).param("chain", chainId);
    }

    private static BlockRef block(ResultSet row, int number) throws SQLException {
        return new BlockRef(row.getLong("number"), new Bytes32(row.getString("hash")));
    }
}
