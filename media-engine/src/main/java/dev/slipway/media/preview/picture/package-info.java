/** A source's pictures from any moment on, and the shared memory that they are shown from. */
@NullMarked
package dev.slipway.media.preview.picture;

import org.jspecify.annotations.NullMarked;
