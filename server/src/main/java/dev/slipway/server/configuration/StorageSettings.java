package dev.slipway.server.configuration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where artifacts are kept.
 *
 * @param storage {@code SLIPWAY_STORAGE}: {@code file:DIR}; null means the folder {@code store} below the data folder
 */
@ConfigurationProperties("slipway")
public record StorageSettings(@Nullable String storage) {}
