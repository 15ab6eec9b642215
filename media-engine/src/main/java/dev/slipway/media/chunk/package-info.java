/** Finished pieces of outputs on disk, and the journal that says which of them may be trusted after a crash. */
@NullMarked
package dev.slipway.media.chunk;

import org.jspecify.annotations.NullMarked;
