/**
 * Looking at a video: its pictures come from a worker process through shared memory, and its sound is played there. The
 * model knows no control; the screen shows what lies in the memory and gives it back.
 */
@NullMarked
package dev.slipway.desk.player;

import org.jspecify.annotations.NullMarked;
