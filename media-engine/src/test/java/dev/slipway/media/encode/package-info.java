/** Tests of the pipeline's own parts. */
@NullMarked
package dev.slipway.media.encode;

import org.jspecify.annotations.NullMarked;
