/** Compares what was uploaded with what the signed manifest claims, by hashing, reading boxes and decoding. */
@NullMarked
package dev.slipway.media.check;

import org.jspecify.annotations.NullMarked;
