package dev.slipway.media.prepare;

import dev.slipway.model.manifest.Manifest;
import java.nio.file.Path;

/**
 * A finished preparation.
 *
 * @param manifestFile where the manifest lies, beside the files it names
 * @param seconds of wall time
 * @param cpuSeconds of this process, all threads together
 */
public record Prepared(
        Path manifestFile, Manifest manifest, double seconds, double cpuSeconds, long inputBytes, long outputBytes) {}
