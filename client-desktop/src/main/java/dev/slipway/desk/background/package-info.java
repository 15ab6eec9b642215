/** Work that takes longer than a frame: done on threads of its own, handed over on the window's. */
@NullMarked
package dev.slipway.desk.background;

import org.jspecify.annotations.NullMarked;
