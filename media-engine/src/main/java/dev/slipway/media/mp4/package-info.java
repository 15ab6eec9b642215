/** Reads the boxes of a finished single-file fragmented MP4 (ISO/IEC 14496-12) and says where its segments lie. */
@NullMarked
package dev.slipway.media.mp4;

import org.jspecify.annotations.NullMarked;
