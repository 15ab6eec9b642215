/** The commands for FFmpeg's own program that a plan is measured against. */
@NullMarked
package dev.slipway.media.reference;

import org.jspecify.annotations.NullMarked;
