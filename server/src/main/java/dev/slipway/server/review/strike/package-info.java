/** Strikes of authors: how long they count, and what they keep an author from. */
@NullMarked
package dev.slipway.server.review.strike;

import org.jspecify.annotations.NullMarked;
