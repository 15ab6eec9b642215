/** Encoding in two passes: what the first learns of every segment, kept as chunks, and the second that spends by it. */
@NullMarked
package dev.slipway.media.twopass;

import org.jspecify.annotations.NullMarked;
