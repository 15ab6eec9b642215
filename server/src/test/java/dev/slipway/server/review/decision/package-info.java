@NullMarked
package dev.slipway.server.review.decision;

import org.jspecify.annotations.NullMarked;
