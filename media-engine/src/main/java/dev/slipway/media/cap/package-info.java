/** The cap of every film over any 10 s: what was made is weighed, and made again with less where it costs more. */
@NullMarked
package dev.slipway.media.cap;

import org.jspecify.annotations.NullMarked;
