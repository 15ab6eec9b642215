package dev.slipway.server.configuration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Files that hold keys; null means one that the server makes for itself in the data folder.
 *
 * @param secretFile {@code SLIPWAY_SECRET_FILE}: at least 32 bytes that sign grants and links
 * @param operatorKeyFile {@code SLIPWAY_OPERATOR_KEY_FILE}: the 32-byte key, in hex, that signs terms
 */
@ConfigurationProperties("slipway")
public record KeySettings(
        @Nullable Path secretFile, @Nullable Path operatorKeyFile) {}
