/** The lowest rate that reaches a wanted quality, searched on stretches of the film, and what the finished film got. */
@NullMarked
package dev.slipway.media.goal;

import org.jspecify.annotations.NullMarked;
