package dev.slipway.server.configuration;

import dev.slipway.model.encoding.Json;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The one place where the real clock and the real randomness come in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ServerSettings.class,
    DatabaseSettings.class,
    StorageSettings.class,
    ChainSettings.class,
    PriceSettings.class,
    OfferSettings.class,
    IdentitySettings.class,
    PictureSettings.class,
    SoundSettings.class,
    OutgoingSettings.class,
    SweepSettings.class,
    MailSettings.class,
    ReviewSettings.class,
    KeySettings.class,
    LimitSettings.class,
    QuotaSettings.class,
    ProxySettings.class,
    BrowserSettings.class
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

    /** As strict as what was signed is: an unknown or doubled member is an error, not something to guess about. */
    @Bean
    JsonMapper jsonMapper() {
        return Json.STRICT;
    }

    @Bean
    DataFolder dataFolder(ServerSettings settings) {
        return DataFolder.open(settings.data());
    }

    @Bean
    KeyFolder keyFolder(DataFolder data, SecureRandom random) {
        return new KeyFolder(data, random);
    }
}
