/** Finds out what a file holds, by reading all of its packets and believing neither its name nor its header. */
@NullMarked
package dev.slipway.media.probe;

import org.jspecify.annotations.NullMarked;
