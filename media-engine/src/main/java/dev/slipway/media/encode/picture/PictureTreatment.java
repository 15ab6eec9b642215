package dev.slipway.media.encode.picture;

import dev.slipway.media.ffmpeg.frame.Frame;

/** What is done to every normalised picture before anything is made of it. */
public interface PictureTreatment {
    PictureTreatment NONE = picture -> {};

    /**
     * Changes the picture in place; its time is its number on the time line. Pictures come in order on one thread, from
     * the beginning of any chunk on, and from an earlier one again where an output has to be redone.
     */
    void apply(Frame picture);
}
