/** Tests of what stands between the engine and FFmpeg. */
@NullMarked
package dev.slipway.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
