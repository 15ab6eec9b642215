/** Decoders and encoders, in software and on devices, and the way of pictures onto a device and back. */
@NullMarked
package dev.slipway.media.ffmpeg.codec;

import org.jspecify.annotations.NullMarked;
