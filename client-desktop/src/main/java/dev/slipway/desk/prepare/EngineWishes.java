package dev.slipway.desk.prepare;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A person's options in the engine's own terms; what it does not know is wrong usage. */
final class EngineWishes {
    private EngineWishes() {}

    static PrepareRequest request(PrepareJob job) {
        PrepareOptions options = job.options();
        EncoderChoice.requireKnown(options.encoder());
        EncoderChoice.requireUseful(options.encoder(), codecs(options));
        try {
            PlanRequest wishes = PlanRequest.defaults()
                    .withRecipe(recipe(options.recipe()))
                    .withCompatibility(
                            options.compatibility() == PrepareOptions.Compatibility.H264_RUNG
                                    ? Compatibility.WITH_H264
                                    : Compatibility.VP9_ONLY)
                    .withTopBitrate(options.bitrate())
                    .withPreviewSeconds(options.previewSeconds())
                    .withTrim(options.trim())
                    .withProtection(options.protection())
                    .withSound(options.sound())
                    .withDamage(options.damage())
                    .withTargetQuality(options.targetQuality())
                    .withStills(options.stills());
            return new PrepareRequest(
                    job.source(),
                    job.folder(),
                    wishes,
                    switch (job.beginning()) {
                        case AFRESH -> PrepareRequest.Beginning.AFRESH;
                        case RESUMED -> PrepareRequest.Beginning.RESUMED;
                        case RESUMED_OR_REFUSED -> PrepareRequest.Beginning.RESUMED_OR_REFUSED;
                    });
        } catch (IllegalArgumentException e) {
            throw new DeskException(ProblemCode.USAGE, "These options do not work: " + e.getMessage() + ".", e);
        }
    }

    private static Set<String> codecs(PrepareOptions options) {
        Set<String> codecs = new HashSet<>();
        codecs.add(recipe(options.recipe()) == Recipe.AV1 ? "av1" : "vp9");
        if (options.compatibility() == PrepareOptions.Compatibility.H264_RUNG) {
            codecs.add("h264");
        }
        return codecs;
    }

    private static Recipe recipe(String name) {
        return Arrays.stream(Recipe.values())
                .filter(recipe -> recipe.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> usage("There is no recipe \"" + name + "\": choose one of "
                        + Arrays.stream(Recipe.values())
                                .map(recipe -> recipe.name().toLowerCase(Locale.ROOT))
                                .toList()
                        + "."));
    }

    private static DeskException usage(String message) {
        return new DeskException(ProblemCode.USAGE, message);
    }
}
