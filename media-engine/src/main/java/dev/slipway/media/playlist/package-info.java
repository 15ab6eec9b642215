/** Writes HLS and DASH playlists and the thumbnail track from what the finished files' own boxes say. */
@NullMarked
package dev.slipway.media.playlist;

import org.jspecify.annotations.NullMarked;
