/** The guard, against endpoints that wish it ill. */
@NullMarked
package dev.slipway.server.outgoing;

import org.jspecify.annotations.NullMarked;
