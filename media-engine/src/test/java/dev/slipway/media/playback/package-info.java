/** Plays prepared films in the players and browsers that viewers have. */
@NullMarked
package dev.slipway.media.playback;

import org.jspecify.annotations.NullMarked;
