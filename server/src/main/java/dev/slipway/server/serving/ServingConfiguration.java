package dev.slipway.server.serving;

import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import java.time.Clock;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

    /** Signed with the secret that all servers of a cluster share, so each opens what another minted. */
    @Bean
    MediaTokens mediaTokens(KeyFolder keys, KeySettings settings, Clock clock) {
        byte[] secret = keys.key("secret", settings.secretFile(), key -> true);
        return new MediaTokens(new SecretKeySpec(secret, "HmacSHA256"), clock);
    }
}
