/** Tests of what becomes of every kind of source, judged by the system's own ffmpeg. */
@NullMarked
package dev.slipway.media.source;

import org.jspecify.annotations.NullMarked;
