package dev.slipway.model.manifest;

/**
 * One finished file.
 *
 * @param path a bare file name such as {@code video-720-vp9.mp4}, never a path on the creator's machine
 * @param sha256 64 lower-case hex digits
 */
public record Artifact(ArtifactRole role, String path, long bytes, String sha256, ArtifactMedia media) {}
