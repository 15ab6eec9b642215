package dev.slipway.desk.architecture.broken.two;

import dev.slipway.desk.architecture.broken.one.DoesEverythingItself;

/** Knows the one that knows it. */
public record KnowsOne(DoesEverythingItself one) {}
