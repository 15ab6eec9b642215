package dev.slipway.server.configuration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigInteger;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What publishing costs, in wei, or in the smallest unit of {@code SLIPWAY_TOKEN}. The price is the sum of all; only the check fee is kept where the content is refused.
 *
 * @param checkFee {@code SLIPWAY_CHECK_FEE}: for the check of what arrives
 * @param price {@code SLIPWAY_PRICE}: for one publication, however long and large
 * @param pricePerMinute {@code SLIPWAY_PRICE_PER_MINUTE}: for a minute of the film, counted by its started seconds
 * @param pricePerGb {@code SLIPWAY_PRICE_PER_GB}: for 10⁹ bytes of the files, counted by the byte
 */
@Validated
@ConfigurationProperties("slipway")
public record PriceSettings(
        @DefaultValue("0") @NotNull @PositiveOrZero BigInteger checkFee,
        @DefaultValue("1000000000000000") @NotNull @Positive BigInteger price,
        @DefaultValue("0") @NotNull @PositiveOrZero BigInteger pricePerMinute,
        @DefaultValue("0") @NotNull @PositiveOrZero BigInteger pricePerGb) {}
