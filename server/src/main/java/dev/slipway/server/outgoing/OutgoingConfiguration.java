package dev.slipway.server.outgoing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    HostResolver hostResolver() {
        return new SystemResolver();
    }
}
