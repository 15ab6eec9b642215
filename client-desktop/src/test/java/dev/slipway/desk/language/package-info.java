/** What the window says. */
@NullMarked
package dev.slipway.desk.language;

import org.jspecify.annotations.NullMarked;
