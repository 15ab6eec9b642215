package dev.slipway.media.playback;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A film that the engine prepared for the players.
 *
 * @param name under which the film server shows its folder
 */
record PreparedFilm(String name, Path folder, Manifest manifest) {
    private static final int THREADS = 2;

    static PreparedFilm of(Path clip, String name, Path parent, PlanRequest wishes) {
        Path folder = parent.resolve(name);
        Manifest manifest = new Preparer(() -> Instant.EPOCH, THREADS)
                .prepare(
                        new PrepareRequest(clip, folder, wishes, PrepareRequest.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation())
                .manifest();
        return new PreparedFilm(name, folder, manifest);
    }

    double seconds() {
        return manifest.withRole(ArtifactRole.VIDEO)
                        .mapToLong(rung -> Objects.requireNonNull(rung.media().durationMicros()))
                        .max()
                        .orElseThrow()
                / 1e6;
    }

    boolean hasSound() {
        return manifest.withRole(ArtifactRole.AUDIO).findAny().isPresent();
    }

    /** Heights of the rungs of a codec, as the manifest calls it, from the lowest to the highest. */
    List<Integer> heights(String codec) {
        return manifest.withRole(ArtifactRole.VIDEO)
                .filter(rung -> rung.media().codec().equals(codec))
                .map(rung -> Objects.requireNonNull(rung.media().height()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
