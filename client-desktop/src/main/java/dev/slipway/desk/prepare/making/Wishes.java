package dev.slipway.desk.prepare.making;

import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.plan.wish.StillWishes;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What a creator can choose, each by itself; together they are the engine's options. */
public final class Wishes {
    public static final List<String> RECIPES = List.of("fast", "web", "quality", "av1");
    public static final double LEAST_DECIBELS = 25;
    public static final double MOST_DECIBELS = 48;
    private static final double USUAL_DECIBELS = 38;

    private final ObjectProperty<String> recipe = new SimpleObjectProperty<>(this, "recipe");
    private final ObjectProperty<String> encoder = new SimpleObjectProperty<>(this, "encoder");
    private final BooleanProperty compatible = new SimpleBooleanProperty(this, "compatible");
    private final BooleanProperty aimed = new SimpleBooleanProperty(this, "aimed");
    private final DoubleProperty decibels = new SimpleDoubleProperty(this, "decibels");
    private final BooleanProperty protect = new SimpleBooleanProperty(this, "protect");
    private final DoubleProperty epsilon = new SimpleDoubleProperty(this, "epsilon");
    private final DoubleProperty strength = new SimpleDoubleProperty(this, "strength");
    private final DoubleProperty everyNFrames = new SimpleDoubleProperty(this, "everyNFrames");
    private final ObjectProperty<AudioLevel> audioLevel = new SimpleObjectProperty<>(this, "audioLevel");
    private final ObjectProperty<@Nullable Trim> trim = new SimpleObjectProperty<>(this, "trim");
    private final ObjectProperty<@Nullable Long> poster = new SimpleObjectProperty<>(this, "poster");
    private final PrepareOptions kept;

    public Wishes(PrepareOptions kept) {
        this.kept = kept;
        recipe.set(kept.recipe());
        encoder.set(kept.encoder());
        compatible.set(kept.compatibility() == PrepareOptions.Compatibility.H264_RUNG);
        QualityWish quality = kept.targetQuality();
        aimed.set(quality != null);
        decibels.set(quality == null ? USUAL_DECIBELS : quality.decibels());
        Protection protection = Objects.requireNonNullElse(kept.protection(), Protection.DEFAULT);
        protect.set(kept.protection() != null);
        epsilon.set(protection.epsilon());
        strength.set(protection.strength());
        everyNFrames.set(protection.everyNFrames());
        audioLevel.set(protection.audioLevel());
        trim.set(kept.trim());
        poster.set(kept.stills().posterMicros());
    }

    /** Calls whenever any of them changes. */
    public void onChange(Runnable action) {
        InvalidationListener changed = change -> action.run();
        for (Observable each : List.of(
                recipe,
                encoder,
                compatible,
                aimed,
                decibels,
                protect,
                epsilon,
                strength,
                everyNFrames,
                audioLevel,
                trim,
                poster)) {
            each.addListener(changed);
        }
    }

    /** Rounded to what the sliders show. */
    public PrepareOptions options() {
        return kept.withRecipe(recipe.get())
                .withEncoder(encoder.get())
                .withCompatibility(
                        compatible.get() ? PrepareOptions.Compatibility.H264_RUNG : PrepareOptions.Compatibility.NONE)
                .withTargetQuality(aimed.get() ? new QualityWish(Math.round(decibels.get())) : null)
                .withProtection(protect.get() ? protection() : null)
                .withTrim(trim.get())
                .withStills(new StillWishes(poster.get(), kept.stills().posterCandidates()));
    }

    private Protection protection() {
        return new Protection(
                Math.round(epsilon.get() * 100) / 100.0,
                Math.round(strength.get() * 10) / 10.0,
                (int) Math.round(everyNFrames.get()),
                audioLevel.get());
    }

    public ObjectProperty<String> recipe() {
        return recipe;
    }

    public ObjectProperty<String> encoder() {
        return encoder;
    }

    /** Whether players that know no VP9 are served too. */
    public BooleanProperty compatible() {
        return compatible;
    }

    /** Whether a quality is wished, instead of the recipe's rates. */
    public BooleanProperty aimed() {
        return aimed;
    }

    /** XPSNR of the top rung. */
    public DoubleProperty decibels() {
        return decibels;
    }

    public BooleanProperty protect() {
        return protect;
    }

    public DoubleProperty epsilon() {
        return epsilon;
    }

    public DoubleProperty strength() {
        return strength;
    }

    public DoubleProperty everyNFrames() {
        return everyNFrames;
    }

    /** The part of the film that is published, null for all of it. */
    public ObjectProperty<@Nullable Trim> trim() {
        return trim;
    }

    /** The moment of the picture that stands for the film, in microseconds of the source; null for the best one. */
    public ObjectProperty<@Nullable Long> poster() {
        return poster;
    }

    public ObjectProperty<AudioLevel> audioLevel() {
        return audioLevel;
    }
}
