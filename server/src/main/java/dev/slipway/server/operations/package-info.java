/** What an operator's tools ask: whether the server is healthy, and how much it does. */
@NullMarked
package dev.slipway.server.operations;

import org.jspecify.annotations.NullMarked;
