/** The steps of publishing, and who hears how they go. */
@NullMarked
package dev.slipway.desk.launch.step;

import org.jspecify.annotations.NullMarked;
