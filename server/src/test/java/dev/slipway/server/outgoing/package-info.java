@NullMarked
package dev.slipway.server.outgoing;

import org.jspecify.annotations.NullMarked;
