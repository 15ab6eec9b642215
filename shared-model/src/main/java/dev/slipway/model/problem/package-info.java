/** Stable problem codes, used by the REST API (RFC 9457) and the command line alike. */
@NullMarked
package dev.slipway.model.problem;

import org.jspecify.annotations.NullMarked;
