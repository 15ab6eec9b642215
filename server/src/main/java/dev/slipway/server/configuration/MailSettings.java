package dev.slipway.server.configuration;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail leaves the server; without an address it does not.
 *
 * @param smtpUrl {@code SLIPWAY_SMTP_URL}: {@code smtps://user@host} or {@code smtp://user@host:587}; the latter goes
 *     over to TLS where the other side can, and must where there is a user
 * @param smtpPasswordFile {@code SLIPWAY_SMTP_PASSWORD_FILE}: a file with the user's password
 * @param mailFrom {@code SLIPWAY_MAIL_FROM}: the sender's address
 */
@ConfigurationProperties("slipway")
public record MailSettings(
        @Nullable URI smtpUrl,
        @Nullable Path smtpPasswordFile,
        @Nullable String mailFrom) {}
