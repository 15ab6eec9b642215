/** Tests of subtitle texts. */
@NullMarked
package dev.slipway.media.subtitle;

import org.jspecify.annotations.NullMarked;
