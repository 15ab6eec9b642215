/** What is wrong with a request, as a client sees it. */
@NullMarked
package dev.slipway.server.problem;

import org.jspecify.annotations.NullMarked;
