/** The server's REST interface as the desk uses it: drafts, signatures, status and its events. */
@NullMarked
package dev.slipway.desk.server;

import org.jspecify.annotations.NullMarked;
