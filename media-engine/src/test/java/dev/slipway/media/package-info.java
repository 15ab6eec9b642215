/** The engine as its callers use it: through worker processes. */
@NullMarked
package dev.slipway.media;

import org.jspecify.annotations.NullMarked;
