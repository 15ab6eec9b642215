package dev.slipway.media.sound;

/**
 * What levelling did; both measurements are of the mix, before any codec.
 *
 * @param target in LUFS
 * @param gain the one gain of the whole film in decibels
 */
public record LoudnessReport(double target, Loudness before, double gain, Loudness after) {}
