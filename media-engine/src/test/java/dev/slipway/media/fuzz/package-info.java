/** Damaged files by the thousand, and what the engine makes of them. */
@NullMarked
package dev.slipway.media.fuzz;

import org.jspecify.annotations.NullMarked;
