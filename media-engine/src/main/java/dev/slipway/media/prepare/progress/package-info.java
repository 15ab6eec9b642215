/** How one run tells all its parts as one rising fraction, and its notices once. */
@NullMarked
package dev.slipway.media.prepare.progress;

import org.jspecify.annotations.NullMarked;
