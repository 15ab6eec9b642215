package dev.slipway.server.configuration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an author is offered beside the price, and how many may ask at once.
 *
 * @param offerPeriod {@code SLIPWAY_OFFER_PERIOD}: how long a price stands after it was offered
 * @param offerGrace {@code SLIPWAY_OFFER_GRACE}: how much longer an unpaid draft is kept, and a payment
 *     counts whose block comes after the offer's end: it was sent in time, or nearly
 * @param hostingDays {@code SLIPWAY_HOSTING_DAYS}
 * @param rules {@code SLIPWAY_RULES}: the rules of the house, or where they are
 * @param unsignedPeriod {@code SLIPWAY_UNSIGNED_PERIOD}: how long a draft waits for its author's signature
 * @param draftsPerAuthor {@code SLIPWAY_DRAFTS_PER_AUTHOR}: signed, unpaid drafts of one address at a time
 * @param draftsPerAddress {@code SLIPWAY_DRAFTS_PER_ADDRESS}: unpaid drafts at a time that came from one network address; a
 *     small part of all, for wallets cost nothing
 * @param drafts {@code SLIPWAY_DRAFTS}: unpaid drafts at a time, of everybody; unsigned ones make room for others
 */
@Validated
@ConfigurationProperties("slipway")
public record OfferSettings(
        @DefaultValue("24h") @NotNull Duration offerPeriod,
        @DefaultValue("24h") @NotNull Duration offerGrace,
        @DefaultValue("365") @Min(1) @Max(36_500) int hostingDays,

        @DefaultValue("Only what you may publish. No refund once it is published.") @NotBlank
        String rules,

        @DefaultValue("30m") @NotNull Duration unsignedPeriod,
        @DefaultValue("20") @Min(1) int draftsPerAuthor,
        @DefaultValue("100") @Min(1) int draftsPerAddress,
        @DefaultValue("5000") @Min(1) int drafts) {}
