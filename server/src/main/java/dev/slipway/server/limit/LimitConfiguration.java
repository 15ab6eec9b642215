package dev.slipway.server.limit;

import dev.slipway.server.configuration.LimitSettings;
import io.github.bucket4j.TimeMeter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    RequestLimits requestLimits(LimitSettings settings) {
        return new InProcessLimits(settings, TimeMeter.SYSTEM_NANOTIME);
    }
}
