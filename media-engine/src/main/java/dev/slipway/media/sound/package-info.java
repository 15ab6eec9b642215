/** Sound on its way from the decoder to the published files: two channels, an even sample grid, level and encoding. */
@NullMarked
package dev.slipway.media.sound;

import org.jspecify.annotations.NullMarked;
