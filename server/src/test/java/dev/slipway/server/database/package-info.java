/** The embedded database and its survival of the server. */
@NullMarked
package dev.slipway.server.database;

import org.jspecify.annotations.NullMarked;
