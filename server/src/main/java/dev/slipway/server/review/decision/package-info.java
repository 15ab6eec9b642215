/** What moderators see of a case, and what they decide. */
@NullMarked
package dev.slipway.server.review.decision;

import org.jspecify.annotations.NullMarked;
