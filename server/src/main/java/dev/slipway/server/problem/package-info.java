/** Typed failures and the one place that turns them into RFC 9457 answers. */
@NullMarked
package dev.slipway.server.problem;

import org.jspecify.annotations.NullMarked;
