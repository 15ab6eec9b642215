package dev.slipway.desk.prepare;

import dev.slipway.model.manifest.Manifest;
import java.nio.file.Path;

/**
 * A finished folder.
 *
 * @param manifest the path of manifest.json in it
 * @param seconds of wall time
 * @param cpuSeconds of all threads together
 */
public record Prepared(
        Path manifest, Manifest content, double seconds, double cpuSeconds, long inputBytes, long outputBytes) {}
