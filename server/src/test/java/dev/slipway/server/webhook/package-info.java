@NullMarked
package dev.slipway.server.webhook;

import org.jspecify.annotations.NullMarked;
