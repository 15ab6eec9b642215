/** Tells endpoints of accounts, over signed requests, where publications stand. */
@NullMarked
package dev.slipway.server.webhook;

import org.jspecify.annotations.NullMarked;
