package dev.slipway.media.plan;

import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.plan.wish.StillWishes;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.probe.Damage;
import dev.slipway.model.manifest.Protection;
import java.util.function.Consumer;
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
        return changed(wishes -> wishes.recipe = wanted);
    }

    public PlanRequest withCompatibility(Compatibility wanted) {
        return changed(wishes -> wishes.compatibility = wanted);
    }

    public PlanRequest withTopBitrate(@Nullable Long wanted) {
        return changed(wishes -> wishes.topBitrate = wanted);
    }

    public PlanRequest withPreviewSeconds(int wanted) {
        return changed(wishes -> wishes.previewSeconds = wanted);
    }

    public PlanRequest withTrim(@Nullable Trim wanted) {
        return changed(wishes -> wishes.trim = wanted);
    }

    public PlanRequest withProtection(@Nullable Protection wanted) {
        return changed(wishes -> wishes.protection = wanted);
    }

    public PlanRequest withSound(SoundWishes wanted) {
        return changed(wishes -> wishes.sound = wanted);
    }

    public PlanRequest withDamage(Damage wanted) {
        return changed(wishes -> wishes.damage = wanted);
    }

    public PlanRequest withTargetQuality(@Nullable QualityWish wanted) {
        return changed(wishes -> wishes.targetQuality = wanted);
    }

    public PlanRequest withStills(StillWishes wanted) {
        return changed(wishes -> wishes.stills = wanted);
    }

    private PlanRequest changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** What is about to be wished: one place that knows all parts, instead of one for each part that may change. */
    private static final class Draft {
        private Recipe recipe;
        private Compatibility compatibility;
        private @Nullable Long topBitrate;
        private int previewSeconds;
        private @Nullable Trim trim;
        private @Nullable Protection protection;
        private SoundWishes sound;
        private Damage damage;
        private @Nullable QualityWish targetQuality;
        private StillWishes stills;

        private Draft(PlanRequest from) {
            recipe = from.recipe;
            compatibility = from.compatibility;
            topBitrate = from.topBitrate;
            previewSeconds = from.previewSeconds;
            trim = from.trim;
            protection = from.protection;
            sound = from.sound;
            damage = from.damage;
            targetQuality = from.targetQuality;
            stills = from.stills;
        }

        private PlanRequest done() {
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
                    stills);
        }
    }
}
