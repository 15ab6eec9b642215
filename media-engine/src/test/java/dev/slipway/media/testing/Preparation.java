package dev.slipway.media.testing;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** A source prepared quickly: the fast recipe, VP9 only. */
public record Preparation(Path folder, Prepared prepared) {
    public static final PlanRequest QUICK =
            PlanRequest.defaults().withRecipe(Recipe.FAST).withCompatibility(Compatibility.VP9_ONLY);
    private static final int THREADS = 2;

    public static Preparation of(Path source, Path folder) {
        return of(source, folder, QUICK);
    }

    public static Preparation of(Path source, Path folder, PlanRequest wishes) {
        PrepareRequest request = new PrepareRequest(source, folder, wishes, Beginning.AFRESH);
        return new Preparation(
                folder,
                new Preparer(() -> Instant.EPOCH, THREADS)
                        .prepare(request, ProgressListener.silent(), new Cancellation()));
    }

    public Manifest manifest() {
        return prepared.manifest();
    }

    public Path top() {
        return folder.resolve(topArtifact().path());
    }

    public Artifact topArtifact() {
        return manifest().withRole(ArtifactRole.VIDEO).findFirst().orElseThrow();
    }

    public Path sound() {
        return folder.resolve(manifest()
                .withRole(ArtifactRole.AUDIO)
                .findFirst()
                .orElseThrow()
                .path());
    }

    public double seconds() {
        return Objects.requireNonNull(topArtifact().media().durationMicros()) / 1e6;
    }
}
