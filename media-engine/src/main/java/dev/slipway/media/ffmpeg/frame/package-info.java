/** Decoded pictures and sound, their formats, and the filter graphs that change them. */
@NullMarked
package dev.slipway.media.ffmpeg.frame;

import org.jspecify.annotations.NullMarked;
