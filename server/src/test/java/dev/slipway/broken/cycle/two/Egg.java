package dev.slipway.broken.cycle.two;

import dev.slipway.broken.cycle.one.Hen;
import org.jspecify.annotations.Nullable;

/** Needs the other package, which needs this one. */
public record Egg(@Nullable Hen hen) {}
