/** Which stretches of a text are looked up: words, parts of hashtags, and letters with gaps between them. */
@NullMarked
package dev.slipway.model.moderation.scan;

import org.jspecify.annotations.NullMarked;
