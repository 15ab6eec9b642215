package dev.slipway.media.plan;

import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.plan.wish.StillWishes;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.probe.Damage;
import dev.slipway.model.manifest.Protection;
import org.jspecify.annotations.Nullable;

/**
 * The creator's wishes.
 *
 * @param topBitrate the most that the top rung may spend in bits per second, or null for the planner's choice; the
 *     others follow in proportion
 * @param previewSeconds length of the preview clip
 * @param trim the part of the source to publish, or null for all of it
 * @param protection against recognition by machines, or null for none
 * @param sound which sound, and how loud
 * @param damage what becomes of a source of which too much is missing
 * @param targetQuality what the top rung shall reach at the lowest rate that does, {@code topBitrate} at most; or null to
 *     take the rates from the pictures' size
 * @param stills which pictures stand for the film
 */
public record PlanRequest(
        Recipe recipe,
        Compatibility compatibility,
        @Nullable Long topBitrate,
        int previewSeconds,
        @Nullable Trim trim,
        @Nullable Protection protection,
        SoundWishes sound,
        Damage damage,
        @Nullable QualityWish targetQuality,
        StillWishes stills) {
    public static final int DEFAULT_PREVIEW_SECONDS = 5;
    public static final long MIN_BITRATE = 20_000;
    public static final long MAX_BITRATE = 200_000_000;
    private static final int MAX_PREVIEW_SECONDS = 60;

    public PlanRequest {
        if (topBitrate != null && (topBitrate < MIN_BITRATE || topBitrate > MAX_BITRATE)) {
            throw new IllegalArgumentException("the bit rate must lie between 20 kbit/s and 200 Mbit/s");
        }
        if (previewSeconds < 1 || previewSeconds > MAX_PREVIEW_SECONDS) {
            throw new IllegalArgumentException("the preview lasts from 1 to 60 seconds, not " + previewSeconds);
        }
    }

    public static PlanRequest defaults() {
        return new PlanRequest(
                Recipe.WEB,
                Compatibility.WITH_H264,
                null,
                DEFAULT_PREVIEW_SECONDS,
                null,
                null,
                SoundWishes.DEFAULT,
                Damage.REFUSED,
                null,
                StillWishes.DEFAULT);
    }

    public PlanRequest withRecipe(Recipe wanted) {
        return new PlanRequest(
                wanted,
                compatibility,
                topBitrate,
                previewSeconds,
                trim,
                protection,
                sound,
                damage,
                targetQuality,
                stills);
    }

    public PlanRequest withCompatibility(Compatibility wanted) {
        return new PlanRequest(
                recipe, wanted, topBitrate, previewSeconds, trim, protection, sound, damage, targetQuality, stills);
    }

    public PlanRequest withTopBitrate(@Nullable Long wanted) {
        return new PlanRequest(
                recipe, compatibility, wanted, previewSeconds, trim, protection, sound, damage, targetQuality, stills);
    }

    public PlanRequest withPreviewSeconds(int wanted) {
        return new PlanRequest(
                recipe, compatibility, topBitrate, wanted, trim, protection, sound, damage, targetQuality, stills);
    }

    public PlanRequest withTrim(@Nullable Trim wanted) {
        return new PlanRequest(
                recipe,
                compatibility,
                topBitrate,
                previewSeconds,
                wanted,
                protection,
                sound,
                damage,
                targetQuality,
                stills);
    }

    public PlanRequest withProtection(@Nullable Protection wanted) {
        return new PlanRequest(
                recipe, compatibility, topBitrate, previewSeconds, trim, wanted, sound, damage, targetQuality, stills);
    }

    public PlanRequest withSound(SoundWishes wanted) {
        return new PlanRequest(
                recipe,
                compatibility,
                topBitrate,
                previewSeconds,
                trim,
                protection,
                wanted,
                damage,
                targetQuality,
                stills);
    }

    public PlanRequest withDamage(Damage wanted) {
        return new PlanRequest(
                recipe,
                compatibility,
                topBitrate,
                previewSeconds,
                trim,
                protection,
                sound,
                wanted,
                targetQuality,
                stills);
    }

    public PlanRequest withTargetQuality(@Nullable QualityWish wanted) {
        return new PlanRequest(
                recipe, compatibility, topBitrate, previewSeconds, trim, protection, sound, damage, wanted, stills);
    }

    public PlanRequest withStills(StillWishes wanted) {
        return new PlanRequest(
                recipe,
                compatibility,
                topBitrate,
                previewSeconds,
                trim,
                protection,
                sound,
                damage,
                targetQuality,
                wanted);
    }
}
