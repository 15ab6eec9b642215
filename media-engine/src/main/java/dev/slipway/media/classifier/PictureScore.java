package dev.slipway.media.classifier;

import dev.slipway.media.ffmpeg.frame.Frame;

/** Says of pictures how unwanted they are. */
public interface PictureScore extends AutoCloseable {

    /** From 0 to 1. */
    double of(Frame picture);

    @Override
    void close();
}
