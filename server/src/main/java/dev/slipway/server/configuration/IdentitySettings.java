package dev.slipway.server.configuration;

import dev.slipway.model.ethereum.Address;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may do what, and for how long somebody stays signed in.
 *
 * @param operators {@code SLIPWAY_OPERATORS}: wallets of those who run the server, by commas
 * @param moderators {@code SLIPWAY_MODERATORS}: wallets of those who decide about what others publish, by commas
 * @param accessPeriod {@code SLIPWAY_ACCESS_PERIOD}: how long an access token is good
 * @param refreshPeriod {@code SLIPWAY_REFRESH_PERIOD}: how long somebody who does nothing stays signed in
 * @param loginFailures {@code SLIPWAY_LOGIN_FAILURES}: failed attempts of one client in a quarter of an hour
 */
@Validated
@ConfigurationProperties("slipway")
public record IdentitySettings(
        @DefaultValue({}) @NotNull Set<Address> operators,
        @DefaultValue({}) @NotNull Set<Address> moderators,
        @DefaultValue("24h") @NotNull Duration accessPeriod,
        @DefaultValue("30d") @NotNull Duration refreshPeriod,
        @DefaultValue("20") int loginFailures) {
    public IdentitySettings {
        operators = Set.copyOf(operators);
        moderators = Set.copyOf(moderators);
    }
}
