/** What comes from outside: reports of viewers, takedown and counter-notices, appeals of authors. */
@NullMarked
package dev.slipway.server.review.complaint;

import org.jspecify.annotations.NullMarked;
