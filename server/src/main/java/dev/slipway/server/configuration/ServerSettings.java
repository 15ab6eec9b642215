package dev.slipway.server.configuration;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the server listens, what it is called and where it keeps its files.
 *
 * @param data {@code SLIPWAY_DATA}: the folder of everything that outlives a restart
 * @param publicUrl {@code SLIPWAY_PUBLIC_URL}: the origin that browsers and desks use, the audience of signatures,
 *     without a slash after it; null in development means the address that the server listens on
 */
@Validated
@ConfigurationProperties("slipway")
public record ServerSettings(
        @DefaultValue("development") @NotNull Mode mode,
        @DefaultValue("data") @NotNull Path data,
        @Nullable URI publicUrl,

        @DefaultValue({"api", "worker", "watcher"}) @NotEmpty
        Set<Role> roles) {

    public ServerSettings {
        roles = Set.copyOf(roles);
        publicUrl = publicUrl == null ? null : origin(publicUrl);
    }

    /** As browsers write it, without a slash after it: signatures' audiences are compared letter by letter. */
    private static URI origin(URI url) {
        try {
            return URI.create(WebOrigin.of(url.toString()).text());
        } catch (IllegalArgumentException e) {
            // What is more than an origin is refused in production, and somebody's own affair in development.
            return url;
        }
    }
}
