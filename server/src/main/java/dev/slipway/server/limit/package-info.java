/** How much one client may ask of the server, and who a client is. */
@NullMarked
package dev.slipway.server.limit;

import org.jspecify.annotations.NullMarked;
