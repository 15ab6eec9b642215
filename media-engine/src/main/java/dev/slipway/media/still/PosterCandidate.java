package dev.slipway.media.still;

/**
 * A picture that a creator may choose as the poster.
 *
 * @param path of the WebP file, from the output folder on
 * @param seconds when it is shown, on the source's clock; as the poster's moment it gives this very picture
 * @param score from 0 to 1
 */
public record PosterCandidate(String path, double seconds, double score) {}
