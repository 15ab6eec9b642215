/** Encoders and decoders as the machine and other programs meet them. */
@NullMarked
package dev.slipway.media.ffmpeg.codec;

import org.jspecify.annotations.NullMarked;
