package dev.slipway.server.configuration;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may say for whom a request is made. Without proxies no header of that kind is read: anybody can send one.
 *
 * @param trustedProxies {@code SLIPWAY_TRUSTED_PROXIES}: addresses or networks, by commas
 * @param proxyHeader {@code SLIPWAY_PROXY_HEADER}: the one header that these proxies write; another one that a client sent
 *     may pass through them untouched
 */
@Validated
@ConfigurationProperties("slipway")
public record ProxySettings(
        @DefaultValue({}) @NotNull Set<AddressRange> trustedProxies,
        @DefaultValue("x-forwarded-for") @NotNull Header proxyHeader) {
    public ProxySettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** How a proxy tells it. */
    public enum Header {
        X_FORWARDED_FOR,
        /** RFC 7239. */
        FORWARDED
    }
}
