/** A wished quality, from the search to the finished film. */
@NullMarked
package dev.slipway.media.goal;

import org.jspecify.annotations.NullMarked;
