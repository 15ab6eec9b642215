package dev.slipway.server.configuration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much room may be held by files that were announced and are not complete; 0 turns a limit off. Whatever stands here,
 * no more is promised than the disk has beyond its reserve.
 *
 * @param uploadQuota {@code SLIPWAY_UPLOAD_QUOTA}: of everybody together
 * @param uploadQuotaWallet {@code SLIPWAY_UPLOAD_QUOTA_WALLET}: of one author
 * @param uploadQuotaAddress {@code SLIPWAY_UPLOAD_QUOTA_ADDRESS}: opened from one address, where an IPv6 one counts with
 *     its whole /64
 */
@Validated
@ConfigurationProperties("slipway")
public record QuotaSettings(
        @DefaultValue("0") @NotNull DataSize uploadQuota,
        @DefaultValue("256GB") @NotNull DataSize uploadQuotaWallet,
        @DefaultValue("512GB") @NotNull DataSize uploadQuotaAddress) {

    /** Whether a publication of so many bytes could ever be uploaded whole. */
    public boolean canHold(long bytes) {
        return isWithin(bytes, uploadQuota)
                && isWithin(bytes, uploadQuotaWallet)
                && isWithin(bytes, uploadQuotaAddress);
    }

    /** Whether that many bytes keep to a quota. */
    public static boolean isWithin(long bytes, DataSize quota) {
        return quota.toBytes() == 0 || bytes <= quota.toBytes();
    }
}
