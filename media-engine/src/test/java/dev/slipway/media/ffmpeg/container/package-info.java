/** Tests of containers as FFmpeg reads them. */
@NullMarked
package dev.slipway.media.ffmpeg.container;

import org.jspecify.annotations.NullMarked;
