/** Turns a source's text subtitles into WebVTT. */
@NullMarked
package dev.slipway.media.subtitle;

import org.jspecify.annotations.NullMarked;
