/** What is done to a picture before it is encoded: normalised, treated, scaled. */
@NullMarked
package dev.slipway.media.encode.picture;

import org.jspecify.annotations.NullMarked;
