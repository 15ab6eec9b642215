/** Tests of the protection of sound. */
@NullMarked
package dev.slipway.media.protect.sound;

import org.jspecify.annotations.NullMarked;
