/** Webhooks, sent by real HTTP to endpoints of the test. */
@NullMarked
package dev.slipway.server.webhook;

import org.jspecify.annotations.NullMarked;
