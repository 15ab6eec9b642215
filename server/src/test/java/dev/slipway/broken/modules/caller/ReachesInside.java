package dev.slipway.broken.modules.caller;

import dev.slipway.broken.modules.owner.inside.Secretive;

/** Reaches past another module's API. */
public record ReachesInside(Secretive secretive) {}
