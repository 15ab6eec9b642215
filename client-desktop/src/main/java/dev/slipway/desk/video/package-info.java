/** The first section of a publication: looking into the video, and saying what is in it in a creator's words. */
@NullMarked
package dev.slipway.desk.video;

import org.jspecify.annotations.NullMarked;
