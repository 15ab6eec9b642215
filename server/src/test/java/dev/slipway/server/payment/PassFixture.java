package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.PaymentRouter;
import dev.slipway.server.chain.TestNode;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.payment.ledger.JdbcLedgerTest;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.payment.ledger.LedgerCases;
import dev.slipway.server.payment.ledger.OpenReference;
import dev.slipway.server.refund.RefundBook;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.TestContracts;
import dev.slipway.server.testing.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks of the watcher on anvil that mines when told to and on a real PostgreSQL. */
abstract class PassFixture {
    static final BigInteger PRICE = BigInteger.valueOf(1_000_000);
    static final Address RECIPIENT = LedgerCases.RECIPIENT;
    static final Bytes32 REFERENCE = reference(1);
    static final int CONFIRMATIONS = 3;
    static final Duration GRACE = Duration.ofHours(1);
    static final DataSource DATABASE = TestDatabase.migrated().dataSource();

    final RecordingPublications publications = new RecordingPublications();
    Anvil anvil;
    TestWallet wallet;
    ChainClient node;
    Ledger ledger;
    RefundBook book;
    TestContracts contracts;

    @Nullable
    Address offered;

    /** What prices are in; null for the chain's own coin. */
    @Nullable
    PaymentToken asked;

    @BeforeEach
    void begin() {
        // The database keeps every payment, except from a superuser who means it.
        JdbcClient.create(DATABASE).sql("""
                        begin;
                        set local session_replication_role = replica;
                        truncate payment_credit, payment_return, payment_refund, payment_reference, payment_recipient,
                            payment_router, chain_cursor, chain_block;
                        commit""").update();
        anvil = Anvil.minedByHand();
        wallet = TestWallet.account(0, anvil.rpc());
        node = TestNode.client(anvil.rpc());
        ledger = JdbcLedgerTest.on(DATABASE, anvil.chainId());
        book = JdbcLedgerTest.book(DATABASE, anvil.chainId());
        contracts = new TestContracts(anvil);
        anvil.mine(1);
        look();
    }

    @AfterEach
    void end() {
        wallet.close();
        anvil.close();
    }

    Address deployRouter() {
        Address router = contracts.router(RECIPIENT);
        offered = router;
        look();
        return router;
    }

    static org.web3j.abi.datatypes.generated.Bytes32 word(Bytes32 value) {
        return new org.web3j.abi.datatypes.generated.Bytes32(value.bytes());
    }

    void look() {
        pass(new ChainEndpoint(anvil.rpc(), anvil.chainId())).run();
    }

    PaymentPass pass(ChainEndpoint endpoint) {
        ChainSettings settings =
                new ChainSettings(endpoint.rpc(), endpoint.chainId(), RECIPIENT, offered, null, CONFIRMATIONS);
        return new PaymentPass(
                node,
                endpoint,
                settings,
                new PaymentRouter(node, settings),
                ledger,
                publications,
                book,
                GRACE,
                InstantSource.system());
    }

    void mineAndLook() {
        mineAndLook(1);
    }

    void mineAndLook(int blocks) {
        anvil.mine(blocks);
        look();
    }

    /** anvil puts the transactions of replaced blocks back into its pool; another node's pool may have lost them. */
    void forgetWaiting() {
        anvil.call("anvil_dropAllTransactions");
    }

    void hint(Bytes32 reference, Bytes32 transaction) {
        ledger.hint(reference, new OpenReference.Hint(transaction, Instant.now()));
    }

    static long rows() {
        return JdbcClient.create(DATABASE)
                .sql("select count(*) from payment_credit")
                .query(Long.class)
                .single();
    }

    Terms terms() {
        return new Terms(
                asked == null ? Terms.VERSION : Terms.TOKEN_VERSION,
                "http://127.0.0.1:8080",
                LedgerCases.PAYER,
                offered == null ? Terms.PLAIN_RAIL : Terms.ROUTER_RAIL,
                31337,
                RECIPIENT,
                offered,
                PRICE.toString(),
                null,
                asked,
                CONFIRMATIONS,
                Instant.now().plus(Duration.ofDays(1)),
                30,
                1,
                "none");
    }

    static Bytes32 reference(int value) {
        return new Bytes32("0x%064x".formatted(0xabc000 + value));
    }
}
