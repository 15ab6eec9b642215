package dev.slipway.media.preview.sound;

/** Counts a film's moments while it plays. Used by one thread, but for {@link #setVolume}. */
public interface PlayClock extends AutoCloseable {
    /** Counts on from this moment. */
    void start(long micros);

    /** Which moment it is, in microseconds from the first picture on. */
    long micros();

    /** Stops counting, and the sound. */
    void stop();

    /** @param share from 0, silent, to 1 */
    void setVolume(double share);

    @Override
    void close();
}
