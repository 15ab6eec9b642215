package dev.slipway.desk.prepare;

import dev.slipway.media.preview.PreviewCommand;

/** A film that is open in the player's worker. Thread-safe. */
public interface Preview extends AutoCloseable {
    /** Does not wait for anything; a worker that is gone hears nothing. */
    void tell(PreviewCommand command);

    /** Ends the worker. */
    @Override
    void close();
}
