package dev.slipway.media.check;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.SoundPiece;
import java.util.Map;

/** Tells the caller, while bytes are hashed and pictures decoded, that the check is alive; stops it when asked to. */
final class CheckRun {
    private static final int WORD_EVERY = 64;

    private final ProgressListener listener;
    private final Cancellation cancellation;
    private final int steps;
    private int done;
    private int pieces;

    /** @param steps how many times {@link #stepDone()} will be called */
    CheckRun(ProgressListener listener, Cancellation cancellation, int steps) {
        this.listener = listener;
        this.cancellation = cancellation;
        this.steps = steps;
    }

    /** After each megabyte or picture. */
    void pieceDone() {
        cancellation.throwIfCancelled();
        if (++pieces % WORD_EVERY == 0) {
            tell();
        }
    }

    void stepDone() {
        cancellation.throwIfCancelled();
        done++;
        tell();
    }

    void sound(SoundPiece piece) {
        listener.sound(piece);
    }

    private void tell() {
        listener.progress(new Progress((double) Math.min(done, steps) / steps, 0, 0, 0, Map.of()));
    }
}
