/** Words that an operator does not allow, found alike on the desk while typing and on the server. */
@NullMarked
package dev.slipway.model.moderation;

import org.jspecify.annotations.NullMarked;
