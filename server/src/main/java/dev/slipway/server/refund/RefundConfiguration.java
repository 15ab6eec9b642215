package dev.slipway.server.refund;

import dev.slipway.server.chain.ChainEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of the chain of the settings. */
@Configuration(proxyBeanMethods = false)
class RefundConfiguration {

    @Bean
    RefundBook refundBook(JdbcClient database, PlatformTransactionManager transactions, ChainEndpoint chain) {
        return new RefundBook(database, new TransactionTemplate(transactions), chain.chainId());
    }
}
