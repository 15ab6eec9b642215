/** The reference commands, held against the cascade they stand for. */
@NullMarked
package dev.slipway.media.reference;

import org.jspecify.annotations.NullMarked;
