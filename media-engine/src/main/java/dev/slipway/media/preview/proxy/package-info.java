/** Small pictures of the whole film, made in the background, for scrubbing and for the strip under the player. */
@NullMarked
package dev.slipway.media.preview.proxy;

import org.jspecify.annotations.NullMarked;
