/** Real parts for the server's tests: a PostgreSQL, a running server. */
@NullMarked
package dev.slipway.server.testing;

import org.jspecify.annotations.NullMarked;
