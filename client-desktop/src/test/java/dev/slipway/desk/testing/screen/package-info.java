/** A window on JavaFX's own headless platform, for tests that look at it and press its buttons. */
@NullMarked
package dev.slipway.desk.testing.screen;

import org.jspecify.annotations.NullMarked;
