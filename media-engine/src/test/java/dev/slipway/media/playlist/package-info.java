/** Playlists, judged by an independent player. */
@NullMarked
package dev.slipway.media.playlist;

import org.jspecify.annotations.NullMarked;
