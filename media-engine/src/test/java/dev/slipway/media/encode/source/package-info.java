/** Reads and decodes the source once and gives its pictures and sound their place on the time line. */
@NullMarked
package dev.slipway.media.encode.source;

import org.jspecify.annotations.NullMarked;
