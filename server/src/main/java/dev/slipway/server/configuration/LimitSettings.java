package dev.slipway.server.configuration;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests a minute are answered; 0 turns a limit off. By address, where an IPv6 one counts with its whole /64:
 * the defaults are for an office of fifty behind one address, each with a desk and a video.
 *
 * @param limitSignIn {@code SLIPWAY_LIMIT_SIGN_IN}: everything below {@code /api/auth}
 * @param limitWrite {@code SLIPWAY_LIMIT_WRITE}: what changes something, but uploads
 * @param limitUpload {@code SLIPWAY_LIMIT_UPLOAD}: requests of uploads, whatever their size
 * @param limitRead {@code SLIPWAY_LIMIT_READ}: what only reads, and pages
 * @param limitMedia {@code SLIPWAY_LIMIT_MEDIA}: playlists, ranges of files, pictures, scripts of the pages
 * @param limitAccount {@code SLIPWAY_LIMIT_ACCOUNT}: of one account, from wherever, in all
 * @param limitEvents {@code SLIPWAY_LIMIT_EVENTS}: streams of events that are open at the same time; not by the minute
 */
@Validated
@ConfigurationProperties("slipway")
public record LimitSettings(
        @DefaultValue("60") @PositiveOrZero int limitSignIn,
        @DefaultValue("300") @PositiveOrZero int limitWrite,
        @DefaultValue("6000") @PositiveOrZero int limitUpload,
        @DefaultValue("1200") @PositiveOrZero int limitRead,
        @DefaultValue("12000") @PositiveOrZero int limitMedia,
        @DefaultValue("600") @PositiveOrZero int limitAccount,
        @DefaultValue("100") @PositiveOrZero int limitEvents) {}
