/** What the engine's tests share: real clips and an independent judge. */
@NullMarked
package dev.slipway.media.testing;

import org.jspecify.annotations.NullMarked;
