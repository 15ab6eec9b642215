/** Who an author is to viewers: what the author says of themselves, and the rules of it. */
@NullMarked
package dev.slipway.model.profile;

import org.jspecify.annotations.NullMarked;
