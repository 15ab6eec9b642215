/** Webhooks as clients set them up, and what endpoints are sent. */
@NullMarked
package dev.slipway.model.webhook;

import org.jspecify.annotations.NullMarked;
