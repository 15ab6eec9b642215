package dev.slipway.media.prepare;

import java.nio.file.Path;

/**
 * What to compare.
 *
 * @param preparation as it would be asked for
 * @param micros the moment, from the source's first picture on; one outside of the film that is made becomes the nearest
 *     inside
 * @param folder where the pictures go, which replace earlier ones; made if missing
 */
public record ComparisonRequest(PrepareRequest preparation, long micros, Path folder) {}
