/** Who may watch what: the one decision that pages, playlists, files and pictures all follow. */
@NullMarked
package dev.slipway.server.access;

import org.jspecify.annotations.NullMarked;
