package dev.slipway.server.configuration;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When files go that nobody needs any more.
 *
 * @param sweepZone {@code SLIPWAY_SWEEP_ZONE}: whose midnight it is at which they are looked for
 * @param uploadPeriod {@code SLIPWAY_UPLOAD_PERIOD}: an upload that gets no byte for this long is over
 */
@Validated
@ConfigurationProperties("slipway")
public record SweepSettings(
        @DefaultValue("UTC") @NotNull ZoneId sweepZone,
        @DefaultValue("7d") @NotNull Duration uploadPeriod) {}
