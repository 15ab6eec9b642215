package dev.slipway.desk.profile;

/**
 * A square of a picture.
 *
 * @param left where it lies across, from 0 at the left edge to 1 at the right one
 * @param top where it lies down, from 0 at the upper edge to 1 at the lower one
 * @param side above 0 and up to 1 of the shorter side
 */
public record Square(double left, double top, double side) {}
