/** Publications against a real database, over real HTTP. */
@NullMarked
package dev.slipway.server.publication;

import org.jspecify.annotations.NullMarked;
