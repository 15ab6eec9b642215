package dev.slipway.server.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.server.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself allows with payments that were read. */
class PaymentHistoryTest extends LedgerCases {
    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();

    private final JdbcClient database = JdbcClient.create(DATABASE);
    private final Ledger ledger = JdbcLedgerTest.on(DATABASE, 1);

    @Override
    Ledger ledger() {
        return ledger;
    }

    @BeforeEach
    void read() {
        if (ledger.cursor().isEmpty()) {
            begun().append(
                            block(5),
                            block(6),
                            new BlockPayments(
                                    List.of(credit(1, 6)), List.of(returned(2, Credit.PLAIN_TRANSFER, block(6)))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from payment_credit",
                "truncate payment_credit",
                "update payment_credit set amount = amount + 1",
                "update payment_credit set undone = true, reference = '0x' || repeat('a', 64)",
                "update payment_credit set succeeded = not succeeded",
                "update payment_credit set token = '0x' || repeat('a', 40)",
                "update payment_credit set log_index = log_index + 1000000002",
                "update payment_credit set undone = true, log_index = 7",
                "update payment_credit set undone = true, log_index = 1000000001, amount = 1",
                "delete from payment_return",
                "truncate payment_return",
                "update payment_return set amount = amount + 1",
                "update payment_return set sender = refund_to",
                "update payment_return set claimed = not claimed"
            })
    void nothingThatWasReadIsLostOrSaysSomethingElse(String statement) {
        assertThatThrownBy(() -> database.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageMatching("(?s).*(keeps every row|is what a block says).*");
        assertThat(ledger.credits(REFERENCE)).containsExactly(credit(1, 6));
    }

    @Test
    void anotherBlockMayTakeItBackOrSayItOtherwise() {
        assertThat(database.sql("update payment_credit set undone = not undone").update())
                .isPositive();
        assertThat(database.sql("update payment_credit set undone = not undone").update())
                .isPositive();
        assertThat(database.sql("update payment_return set amount = 3, block_hash = '0x00'")
                        .update())
                .isPositive();
    }
}
