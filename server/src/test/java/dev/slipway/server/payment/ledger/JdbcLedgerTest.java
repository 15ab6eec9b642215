package dev.slipway.server.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.server.refund.RefundBook;
import dev.slipway.server.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
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

    /** As docs/operating.md tells whoever runs a server whose node was wrong. */
    @Test
    void whatAWrongNodeToldIsSetAsideAndStaysToBeSeen() {
        Ledger begun = begun();
        Credit wrong = log(1, 0, hash(10), block(6));
        append(begun, block(5), block(6), List.of(wrong));
        begun.close(hash(10));
        begun.rewind(block(6), block(5));
        begun.close(hash(10));
        Credit right = log(1, 0, hash(20), block(6));
        assertThatThrownBy(() -> append(begun, block(5), block(6), List.of(right)))
                .isInstanceOf(ContradictingNode.class)
                .hasMessageContaining(hash(1).hex());

        assertThat(setAside(1)).isEqualTo(1);
        assertThat(begun.open(null, 10)).extracting(OpenReference::reference).containsExactly(hash(10));
        append(begun, block(5), block(6), List.of(right));

        assertThat(begun.credits(hash(20))).containsExactly(right);
        assertThat(begun.credits(hash(10))).isEmpty();
        assertThat(numbers()).as("the wrong one is still there").containsExactly(0, 1_000_000_002);
    }

    @Test
    void settingAsideAgainFindsAnotherPlaceAndTakesReturnsToo() {
        Ledger begun = begun();
        begun.append(
                block(5),
                block(6),
                new BlockPayments(
                        List.of(credit(1, 6), log(1, 0, hash(10), block(6))), List.of(returned(1, 3, block(6)))));
        assertThat(setAside(1)).isEqualTo(3);
        assertThat(begun.credits(REFERENCE)).isEmpty();
        assertThat(begun.returns(REFERENCE)).isEmpty();
        assertThat(begun.cursor()).contains(block(5));

        append(begun, block(5), block(6), List.of(credit(1, 6)));
        assertThat(setAside(1)).isEqualTo(1);
        assertThat(numbers()).containsExactly(1_000_000_001, 1_000_000_002, 1_000_000_003);
    }

    @Test
    void theBlocksFromThereOnAreReadAgain() {
        Ledger begun = begun();
        Credit wrong = log(1, 0, hash(10), block(6));
        append(begun, block(5), block(6), List.of(wrong, log(2, 0, hash(30), block(6))));
        append(begun, block(6), block(7), List.of(credit(3, 7)));
        begun.close(REFERENCE);
        begun.close(hash(30));

        assertThat(setAside(1)).isEqualTo(1);
        assertThat(begun.cursor()).contains(block(5));
        assertThat(begun.blockAt(6)).isEmpty();
        assertThat(begun.open(null, 10))
                .extracting(OpenReference::reference)
                .containsExactlyInAnyOrder(hash(10), hash(30), REFERENCE);

        Credit right = log(1, 0, hash(20), block(6));
        append(begun, block(5), block(6), List.of(right, log(2, 0, hash(30), block(6))));
        append(begun, block(6), block(7), List.of(credit(3, 7)));
        assertThat(begun.credits(hash(10))).isEmpty();
        assertThat(begun.credits(hash(20))).containsExactly(right);
        assertThat(begun.credits(hash(30))).hasSize(1);
        assertThat(begun.credits(REFERENCE)).containsExactly(credit(3, 7));
        assertThat(setAside(9)).as("nobody told of it").isZero();
        assertThat(begun.cursor()).contains(block(7));
    }

    /** The operator tells of it as the first time, and what was told wrongly stays a wrong telling. */
    @Test
    void aReturnThatWasSetAsideCanBeToldAgainAndLostAgain() {
        Ledger begun = begun();
        append(begun, block(5), block(6), List.of());
        PaymentReturn told = returned(1, Credit.PLAIN_TRANSFER, block(6));
        assertThat(begun.claim(told)).isEqualTo(Ledger.Claim.NOTED);
        assertThat(setAside(1)).isEqualTo(1);
        assertThat(begun.returns(REFERENCE)).isEmpty();

        append(begun, block(5), block(6), List.of());
        assertThat(begun.claim(told)).isEqualTo(Ledger.Claim.NOTED);
        assertThat(begun.claim(told)).isEqualTo(Ledger.Claim.COUNTED_ALREADY);
        assertThat(begun.returns(REFERENCE)).containsExactly(told);

        begun.rewind(block(6), block(5));
        assertThat(begun.lostClaims()).containsExactly(Map.entry(hash(1), REFERENCE));
    }

    private long setAside(int transaction) {
        return JdbcClient.create(DATABASE)
                .sql("select set_transaction_aside(:chain, :transaction)")
                .param("chain", CHAIN.get())
                .param("transaction", hash(transaction).hex())
                .query(Long.class)
                .single();
    }

    private static List<Integer> numbers() {
        return JdbcClient.create(DATABASE)
                .sql("select log_index from payment_credit where chain_id = :chain order by log_index")
                .param("chain", CHAIN.get())
                .query(Integer.class)
                .list();
    }

    @Override
    Ledger ledger() {
        return ledger;
    }
}
