package dev.slipway.server.configuration;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which other sites' pages may use the API from a browser.
 *
 * @param corsOrigins {@code SLIPWAY_CORS_ORIGINS}: origins, by commas; media need none, and this server's own is never named
 */
@Validated
@ConfigurationProperties("slipway")
public record BrowserSettings(@DefaultValue({}) @NotNull Set<WebOrigin> corsOrigins) {
    public BrowserSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }
}
