/** Tests of what survives a crash. */
@NullMarked
package dev.slipway.media.chunk;

import org.jspecify.annotations.NullMarked;
