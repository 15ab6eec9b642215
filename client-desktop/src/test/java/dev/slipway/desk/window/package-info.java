/** The whole window, driven and looked at. */
@NullMarked
package dev.slipway.desk.window;

import org.jspecify.annotations.NullMarked;
