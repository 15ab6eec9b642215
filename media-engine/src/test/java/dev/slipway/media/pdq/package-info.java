/** PDQ by its definition, by its authors' published hashes, and by what it forgives. */
@NullMarked
package dev.slipway.media.pdq;

import org.jspecify.annotations.NullMarked;
