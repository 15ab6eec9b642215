/** What a text says once the tricks that disguise its letters are undone, and where each letter stood. */
@NullMarked
package dev.slipway.model.moderation.fold;

import org.jspecify.annotations.NullMarked;
