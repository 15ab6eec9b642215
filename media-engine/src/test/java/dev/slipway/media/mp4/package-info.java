/** What the box reader makes of true, foreign and damaged files. */
@NullMarked
package dev.slipway.media.mp4;

import org.jspecify.annotations.NullMarked;
