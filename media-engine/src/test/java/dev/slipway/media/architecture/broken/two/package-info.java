/** Breaks the rules on purpose. */
@NullMarked
package dev.slipway.media.architecture.broken.two;

import org.jspecify.annotations.NullMarked;
