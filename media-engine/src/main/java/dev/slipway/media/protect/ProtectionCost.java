package dev.slipway.media.protect;

/**
 * What protecting pictures took.
 *
 * @param cpuSeconds of noise and mask
 * @param largestChange of any pixel's luma, in steps of the limited range
 */
public record ProtectionCost(long pictures, double cpuSeconds, int largestChange) {}
