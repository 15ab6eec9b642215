/** How a long job of the engine tells its progress and what it takes, and is told to stop. */
@NullMarked
package dev.slipway.media.run;

import org.jspecify.annotations.NullMarked;
