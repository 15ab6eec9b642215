/** Tests of how the caps are kept. */
@NullMarked
package dev.slipway.media.cap;

import org.jspecify.annotations.NullMarked;
