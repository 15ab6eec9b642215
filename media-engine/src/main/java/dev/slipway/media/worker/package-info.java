/** Runs one job of the engine in a JVM of its own, so that neither a broken driver nor a hostile file takes the caller along. */
@NullMarked
package dev.slipway.media.worker;

import org.jspecify.annotations.NullMarked;
