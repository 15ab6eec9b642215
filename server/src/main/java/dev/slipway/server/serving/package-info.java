/** Media over HTTP: playlists written on request, files by byte range, and the signed addresses that lead to them. */
@NullMarked
package dev.slipway.server.serving;

import org.jspecify.annotations.NullMarked;
