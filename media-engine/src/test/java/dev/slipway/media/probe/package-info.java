/** Tests of the probe on real and broken files. */
@NullMarked
package dev.slipway.media.probe;

import org.jspecify.annotations.NullMarked;
