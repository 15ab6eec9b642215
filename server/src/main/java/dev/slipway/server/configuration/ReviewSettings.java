package dev.slipway.server.configuration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people decide about what others publish.
 *
 * @param strikes {@code SLIPWAY_STRIKES}: so many breaches at a time, and an author may publish nothing for now
 * @param strikePeriod {@code SLIPWAY_STRIKE_PERIOD}: for how long each of them counts
 * @param claimPeriod {@code SLIPWAY_CLAIM_PERIOD}: for how long a moderator has a case alone
 * @param complaintPeriod {@code SLIPWAY_COMPLAINT_PERIOD}: for how long names and addresses of those who complained are
 *     kept after the case was closed
 */
@Validated
@ConfigurationProperties("slipway")
public record ReviewSettings(
        @DefaultValue("3") @Min(1) int strikes,
        @DefaultValue("90d") @NotNull Duration strikePeriod,
        @DefaultValue("30m") @NotNull Duration claimPeriod,
        @DefaultValue("180d") @NotNull Duration complaintPeriod) {}
