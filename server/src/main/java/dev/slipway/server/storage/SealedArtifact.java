package dev.slipway.server.storage;

import dev.slipway.model.manifest.Artifact;

/** A file that will not change any more, and what the manifest claims of it. */
public record SealedArtifact(Artifact artifact, ObjectKey key) {}
