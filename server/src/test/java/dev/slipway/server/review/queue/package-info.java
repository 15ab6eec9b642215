@NullMarked
package dev.slipway.server.review.queue;

import org.jspecify.annotations.NullMarked;
