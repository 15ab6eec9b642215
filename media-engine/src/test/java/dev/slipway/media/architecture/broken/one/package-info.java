/** Breaks the rules on purpose. */
@NullMarked
package dev.slipway.media.architecture.broken.one;

import org.jspecify.annotations.NullMarked;
