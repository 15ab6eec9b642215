/** Tests of the protection of pictures. */
@NullMarked
package dev.slipway.media.protect;

import org.jspecify.annotations.NullMarked;
