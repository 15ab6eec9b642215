/** What protection did and what the codecs left of it, measured on samples after a film is prepared. */
@NullMarked
package dev.slipway.media.protect.survival;

import org.jspecify.annotations.NullMarked;
