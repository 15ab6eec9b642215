/** Tests of the output folder: what a run must not overwrite, and what it must clear away. */
@NullMarked
package dev.slipway.media.prepare.place;

import org.jspecify.annotations.NullMarked;
