/** Files of coded streams: opened, read by tracks and packets, and written. */
@NullMarked
package dev.slipway.media.ffmpeg.container;

import org.jspecify.annotations.NullMarked;
