package dev.slipway.server.configuration;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one place where the real clock and the real randomness come in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ServerSettings.class,
    DatabaseSettings.class,
    StorageSettings.class,
    ChainSettings.class,
    KeySettings.class
})
class ServerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    DataFolder dataFolder(ServerSettings settings, Environment environment) {
        if (settings.mode() == Mode.PRODUCTION) {
            ProductionRequirements.check(environment);
        }
        return DataFolder.open(settings.data());
    }

    @Bean
    KeyFolder keyFolder(DataFolder data, SecureRandom random) {
        return new KeyFolder(data, random);
    }
}
