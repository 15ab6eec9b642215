/** Disks and sources that fail in mid-run, and what the next run makes of it. */
@NullMarked
package dev.slipway.media.interruption;

import org.jspecify.annotations.NullMarked;
