/**
 * Thin owners of FFmpeg's native objects: one owner closes each, and every native error becomes a
 * {@link dev.slipway.media.ffmpeg.FfmpegException}.
 */
@NullMarked
package dev.slipway.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
