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
 * @param publicUrl {@code SLIPWAY_PUBLIC_URL}: the origin that browsers and desks use, the audience of signatures;
 *     null in development means the address that the server listens on
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
    }
}
