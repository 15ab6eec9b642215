package dev.slipway.server.payment;

import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.PaymentRouter;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.configuration.Role;
import dev.slipway.server.configuration.ServerSettings;
import dev.slipway.server.operator.Operator;
import dev.slipway.server.payment.ledger.JdbcLedger;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.refund.RefundBook;
import dev.slipway.server.refund.ReturnClaims;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the watcher together; it runs on the servers whose roles name it. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {
    private static final long DEVELOPMENT_CHAIN = 31337;
    private static final Duration DEVELOPMENT_INTERVAL = Duration.ofMillis(400);
    /** A third of Ethereum's slot. */
    private static final Duration INTERVAL = Duration.ofSeconds(4);

    @Bean
    Ledger ledger(JdbcClient database, PlatformTransactionManager transactions, ChainEndpoint chain) {
        return new JdbcLedger(database, new TransactionTemplate(transactions), chain.chainId());
    }

    @Bean
    PaymentWatcher paymentWatcher(
            ChainClient node,
            ChainEndpoint chain,
            ChainSettings settings,
            OfferSettings offer,
            ServerSettings server,
            PaymentRouter router,
            Ledger ledger,
            Publications publications,
            RefundBook book,
            DataSource dataSource,
            InstantSource clock) {
        PaymentPass pass =
                new PaymentPass(node, chain, settings, router, ledger, publications, book, offer.offerGrace(), clock);
        Duration interval = chain.chainId() == DEVELOPMENT_CHAIN ? DEVELOPMENT_INTERVAL : INTERVAL;
        PaymentWatcher.Startup startup = server.roles().contains(Role.WATCHER)
                ? PaymentWatcher.Startup.WITH_THE_SERVER
                : PaymentWatcher.Startup.NEVER;
        return new PaymentWatcher(pass, new WatcherLock(dataSource, chain.chainId()), clock, interval, startup);
    }

    @Bean
    PaymentHints paymentHints(Ledger ledger, PaymentWatcher watcher, InstantSource clock) {
        return new PaymentHints(ledger, watcher, clock);
    }

    @Bean
    RefundOccasions refundOccasions(Ledger ledger, PaymentWatcher watcher) {
        return new RefundOccasions(ledger, watcher);
    }

    @Bean
    ReturnClaims returnClaims(ChainClient node, ChainEndpoint chain, Ledger ledger, PaymentWatcher watcher) {
        return new ProvenReturns(node, chain, ledger, watcher::wake);
    }

    @Bean
    Receipts receipts(Ledger ledger, Operator operator, InstantSource clock) {
        return new Receipts(ledger, operator, clock);
    }

    @Bean
    PaymentRecords paymentRecords(Ledger ledger) {
        return new PaymentRecords(ledger);
    }

    @Bean
    ChainHealth chainHealth(PaymentWatcher watcher, Ledger ledger) {
        return new ChainHealth(watcher, ledger);
    }
}
