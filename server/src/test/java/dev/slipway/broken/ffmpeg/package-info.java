/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.ffmpeg;

import org.jspecify.annotations.NullMarked;
