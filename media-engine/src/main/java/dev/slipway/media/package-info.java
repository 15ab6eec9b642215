/** Placeholder text is replaced below. */
@NullMarked
package dev.slipway.media;

import org.jspecify.annotations.NullMarked;
