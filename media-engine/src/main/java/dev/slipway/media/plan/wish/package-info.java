/** Wishes that have ranges of their own: which quality, and which pictures stand for the film. */
@NullMarked
package dev.slipway.media.plan.wish;

import org.jspecify.annotations.NullMarked;
