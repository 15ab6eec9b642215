package dev.slipway.media.sound;

import java.util.function.Consumer;

/**
 * Changes the mix on its way to the encoders. It gives out as many samples as it takes, each where it was, though
 * perhaps later. Used by one thread from beginning to end.
 */
public interface SoundTreatment extends AutoCloseable {

    void accept(StereoBlock block, Consumer<StereoBlock> output);

    /** Gives out what is held back. */
    void finish(Consumer<StereoBlock> output);

    @Override
    void close();
}
