package dev.slipway.desk.prepare;

import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.plan.wish.StillWishes;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.probe.Damage;
import dev.slipway.model.manifest.Protection;
import java.util.function.Consumer;
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
        return changed(wishes -> wishes.recipe = wanted);
    }

    public PrepareOptions withCompatibility(Compatibility wanted) {
        return changed(wishes -> wishes.compatibility = wanted);
    }

    public PrepareOptions withBitrate(@Nullable Long wanted) {
        return changed(wishes -> wishes.bitrate = wanted);
    }

    public PrepareOptions withPreviewSeconds(int wanted) {
        return changed(wishes -> wishes.previewSeconds = wanted);
    }

    public PrepareOptions withEncoder(String wanted) {
        return changed(wishes -> wishes.encoder = wanted);
    }

    public PrepareOptions withTrim(@Nullable Trim wanted) {
        return changed(wishes -> wishes.trim = wanted);
    }

    public PrepareOptions withSound(SoundWishes wanted) {
        return changed(wishes -> wishes.sound = wanted);
    }

    public PrepareOptions withDamage(Damage wanted) {
        return changed(wishes -> wishes.damage = wanted);
    }

    public PrepareOptions withProtection(@Nullable Protection wanted) {
        return changed(wishes -> wishes.protection = wanted);
    }

    public PrepareOptions withTargetQuality(@Nullable QualityWish wanted) {
        return changed(wishes -> wishes.targetQuality = wanted);
    }

    public PrepareOptions withStills(StillWishes wanted) {
        return changed(wishes -> wishes.stills = wanted);
    }

    private PrepareOptions changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** What is about to be wished: one place that knows all parts, instead of one for each part that may change. */
    private static final class Draft {
        private String recipe;
        private Compatibility compatibility;
        private @Nullable Long bitrate;
        private int previewSeconds;
        private String encoder;
        private @Nullable Trim trim;
        private SoundWishes sound;
        private Damage damage;
        private @Nullable Protection protection;
        private @Nullable QualityWish targetQuality;
        private StillWishes stills;

        private Draft(PrepareOptions from) {
            recipe = from.recipe;
            compatibility = from.compatibility;
            bitrate = from.bitrate;
            previewSeconds = from.previewSeconds;
            encoder = from.encoder;
            trim = from.trim;
            sound = from.sound;
            damage = from.damage;
            protection = from.protection;
            targetQuality = from.targetQuality;
            stills = from.stills;
        }

        private PrepareOptions done() {
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
                    stills);
        }
    }
}
