package dev.slipway.media.chunk;

import dev.slipway.media.ffmpeg.PictureKind;

/**
 * One coded picture, or another result that belongs to a picture.
 *
 * @param frame the picture's number on the time line
 */
public record ChunkRecord(long frame, PictureKind kind, byte[] payload) {}
