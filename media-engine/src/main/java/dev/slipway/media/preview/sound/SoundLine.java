package dev.slipway.media.preview.sound;

import org.jspecify.annotations.Nullable;

/** An open output for 16-bit stereo at 48 kHz, little-endian, interleaved. */
public interface SoundLine extends AutoCloseable {
    void start();

    /** Waits until there is room. @return how many bytes were taken: fewer where the line was stopped meanwhile */
    int write(byte[] samples, int from, int count);

    /** How long has been heard since it was opened. */
    long heardMicros();

    /** Falls silent at once and forgets what was not heard yet. */
    void stop();

    @Override
    void close();

    /** The machine's outputs. */
    @FunctionalInterface
    interface Outputs {
        /** @return null where there is none that can be opened */
        @Nullable
        SoundLine open();
    }
}
