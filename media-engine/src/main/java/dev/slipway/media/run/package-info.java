/** How a long job of the engine tells its progress and is told to stop. */
@NullMarked
package dev.slipway.media.run;

import org.jspecify.annotations.NullMarked;
