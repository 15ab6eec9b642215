/** Tests of the whole preparation, judged by another FFmpeg. */
@NullMarked
package dev.slipway.media.prepare;

import org.jspecify.annotations.NullMarked;
