package dev.slipway.model.manifest;

import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.Rational;

/** What the artifacts were made from, as far as viewers may know it: no name, no path, no date. */
public record Source(
        long durationMicros, int displayWidth, int displayHeight, Rational frameRate, DynamicRange dynamicRange) {}
