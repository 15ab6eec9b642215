/** The output folder: which names a run takes in it, what is in their way, and what an earlier film left there. */
@NullMarked
package dev.slipway.media.prepare.place;

import org.jspecify.annotations.NullMarked;
