package dev.slipway.media.preview.picture;

import dev.slipway.media.ffmpeg.frame.Frame;

/**
 * A decoded picture, owned by whoever has it.
 *
 * @param micros when it is shown, from the first picture on
 */
public record TimedPicture(Frame frame, long micros) implements AutoCloseable {
    @Override
    public void close() {
        frame.close();
    }
}
