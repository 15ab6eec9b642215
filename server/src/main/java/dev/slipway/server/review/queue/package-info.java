/** Cases that wait for a person, what may be done about each, and the log of what was done. */
@NullMarked
package dev.slipway.server.review.queue;

import org.jspecify.annotations.NullMarked;
