package dev.slipway.server.configuration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which PostgreSQL to use.
 *
 * @param databaseUrl {@code SLIPWAY_DATABASE_URL}: {@code jdbc:postgresql://host/database?user=…&password=…}; null
 *     means the embedded one
 */
@ConfigurationProperties("slipway")
public record DatabaseSettings(@Nullable Secret databaseUrl) {}
