/** Puts packets into the files that are published: single-file fragmented MP4, and WebM for the preview. */
@NullMarked
package dev.slipway.media.mux;

import org.jspecify.annotations.NullMarked;
