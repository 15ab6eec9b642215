package dev.slipway.media.quality;

/** One figure for each plane of a 4:2:0 picture. */
public record PlaneValues(double y, double u, double v) {}
