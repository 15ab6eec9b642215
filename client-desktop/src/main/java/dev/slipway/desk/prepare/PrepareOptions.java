package dev.slipway.desk.prepare;

import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.plan.wish.StillWishes;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.probe.Damage;
import dev.slipway.model.manifest.Protection;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose; what is null is the recipe's business.
 *
 * @param recipe by name, such as {@code web}
 * @param bitrate of the top rung in bits per second
 * @param trim the part of the film to publish, or null for all of it
 * @param sound which sound, and how loud
 * @param damage what becomes of a source of which too much is missing
 * @param protection against recognition by machines, or null for none
 * @param targetQuality what the top rung shall reach at the lowest rate that does, or null
 * @param stills which pictures stand for the film
 */
public record PrepareOptions(
        String recipe,
        Compatibility compatibility,
        @Nullable Long bitrate,
        int previewSeconds,
        String encoder,
        @Nullable Trim trim,
        SoundWishes sound,
        Damage damage,
        @Nullable Protection protection,
        @Nullable QualityWish targetQuality,
        StillWishes stills) {
    public static final PrepareOptions DEFAULT = new PrepareOptions(
            "web",
            Compatibility.H264_RUNG,
            null,
            5,
            "auto",
            null,
            SoundWishes.DEFAULT,
            Damage.REFUSED,
            null,
            null,
            StillWishes.DEFAULT);

    /** Whether players that know no VP9, such as Safari's, are served too. */
    public enum Compatibility {
        H264_RUNG,
        NONE
    }

    public PrepareOptions withRecipe(String wanted) {
        return new PrepareOptions(
                wanted,
                compatibility,
                bitrate,
                previewSeconds,
                encoder,
                trim,
                sound,
                damage,
                protection,
                targetQuality,
                stills);
    }

    public PrepareOptions withCompatibility(Compatibility wanted) {
        return new PrepareOptions(
                recipe,
                wanted,
                bitrate,
                previewSeconds,
                encoder,
                trim,
                sound,
                damage,
                protection,
                targetQuality,
                stills);
    }

    public PrepareOptions withBitrate(@Nullable Long wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                wanted,
                previewSeconds,
                encoder,
                trim,
                sound,
                damage,
                protection,
                targetQuality,
                stills);
    }

    public PrepareOptions withPreviewSeconds(int wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                bitrate,
                wanted,
                encoder,
                trim,
                sound,
                damage,
                protection,
                targetQuality,
                stills);
    }

    public PrepareOptions withEncoder(String wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                bitrate,
                previewSeconds,
                wanted,
                trim,
                sound,
                damage,
                protection,
                targetQuality,
                stills);
    }

    public PrepareOptions withTrim(@Nullable Trim wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                bitrate,
                previewSeconds,
                encoder,
                wanted,
                sound,
                damage,
                protection,
                targetQuality,
                stills);
    }

    public PrepareOptions withSound(SoundWishes wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                bitrate,
                previewSeconds,
                encoder,
                trim,
                wanted,
                damage,
                protection,
                targetQuality,
                stills);
    }

    public PrepareOptions withDamage(Damage wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                bitrate,
                previewSeconds,
                encoder,
                trim,
                sound,
                wanted,
                protection,
                targetQuality,
                stills);
    }

    public PrepareOptions withProtection(@Nullable Protection wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                bitrate,
                previewSeconds,
                encoder,
                trim,
                sound,
                damage,
                wanted,
                targetQuality,
                stills);
    }

    public PrepareOptions withTargetQuality(@Nullable QualityWish wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                bitrate,
                previewSeconds,
                encoder,
                trim,
                sound,
                damage,
                protection,
                wanted,
                stills);
    }

    public PrepareOptions withStills(StillWishes wanted) {
        return new PrepareOptions(
                recipe,
                compatibility,
                bitrate,
                previewSeconds,
                encoder,
                trim,
                sound,
                damage,
                protection,
                targetQuality,
                wanted);
    }
}
