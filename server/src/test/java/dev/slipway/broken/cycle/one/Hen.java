package dev.slipway.broken.cycle.one;

import dev.slipway.broken.cycle.two.Egg;

/** Needs the other package, which needs this one. */
public record Hen(Egg egg) {}
