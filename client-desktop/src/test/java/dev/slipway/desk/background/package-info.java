/** Work off the window's thread. */
@NullMarked
package dev.slipway.desk.background;

import org.jspecify.annotations.NullMarked;
