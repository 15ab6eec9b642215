/** The finished H.264 version as viewers get it: played by JavaFX's media player, which knows nothing of this engine. */
@NullMarked
package dev.slipway.desk.viewers;

import org.jspecify.annotations.NullMarked;
