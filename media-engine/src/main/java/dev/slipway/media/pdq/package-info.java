/** PDQ, the hash of what a picture looks like: pictures that look alike have hashes that differ in few of 256 bits. */
@NullMarked
package dev.slipway.media.pdq;

import org.jspecify.annotations.NullMarked;
