/** Decides what is made of a source before anything runs: rungs, bit rates, the time line and the names of the files. */
@NullMarked
package dev.slipway.media.plan;

import org.jspecify.annotations.NullMarked;
