/** Placeholder text is replaced below. */
@NullMarked
package dev.slipway.server;

import org.jspecify.annotations.NullMarked;
