package dev.slipway.media.prepare;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.manifest.Manifest;
import java.nio.file.Path;
import java.time.Instant;

/** The program that {@link RecipesResumeIT} kills. */
final class RecipeRun {
    private RecipeRun() {}

    /** @param arguments the recipe, the clip and the output folder */
    public static void main(String[] arguments) {
        prepare(
                Recipe.valueOf(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                PrepareRequest.Beginning.AFRESH);
    }

    static Manifest prepare(Recipe recipe, Path clip, Path output, PrepareRequest.Beginning beginning) {
        PlanRequest wishes = PlanRequest.defaults().withRecipe(recipe).withCompatibility(Compatibility.VP9_ONLY);
        return new Preparer(() -> Instant.EPOCH, 2)
                .prepare(
                        new PrepareRequest(clip, output, wishes, beginning),
                        ProgressListener.silent(),
                        new Cancellation())
                .manifest();
    }
}
