package dev.slipway.model.manifest;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of everything one publication consists of. It names no local path and no person. */
public record Manifest(
        int version,
        Instant createdAt,
        Source source,
        @Nullable Protection protection,
        List<Artifact> artifacts) {

    public static final int VERSION = 1;
    public static final String FILE_NAME = "manifest.json";

    public Manifest {
        artifacts = List.copyOf(artifacts);
    }

    public Stream<Artifact> withRole(ArtifactRole role) {
        return artifacts.stream().filter(artifact -> artifact.role() == role);
    }

    public long totalBytes() {
        return artifacts.stream().mapToLong(Artifact::bytes).reduce(0, Math::addExact);
    }
}
