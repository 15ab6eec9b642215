/** What a creator asks for: the recipe, a part of the film, its sound, its quality, its stills. */
@NullMarked
package dev.slipway.media.plan.wish;

import org.jspecify.annotations.NullMarked;
