package dev.slipway.media.plan;

/**
 * The still that stands for the video.
 *
 * @param everyFrames how far apart the candidates are on the time line
 */
public record PosterOutput(String path, Size size, long everyFrames) {}
