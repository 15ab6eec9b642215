package dev.slipway.server.verification;

import dev.slipway.media.run.SoundPiece;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.publication.PublicationId;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Judges how a publication sounds, beside the check of its files; implemented where it is judged. */
public interface CheckedSound {

    /**
     * Begins with one publication. What it takes on disk is freed when it is closed.
     *
     * @throws Verifier.VerificationInterrupted when there is no room for it
     */
    Hearing begin(Manifest manifest);

    /** One publication. {@link #take} is called by one thread, everything else by another after that has ended. */
    interface Hearing extends AutoCloseable {

        /** Whether anybody listens; the worker tells of no sound otherwise. */
        boolean isWanted();

        /** The next moment of a file. Throws nothing: what is wrong is kept for {@link #fault}. */
        void take(SoundPiece piece);

        /** What no worker of ours would have told; empty where all is well. */
        Optional<String> fault();

        /**
         * Has all of it judged. Blocks for as long as the judge takes.
         *
         * @throws CancellationException when the server stops
         * @throws Verifier.VerificationInterrupted when there was no room for it, so that it has to be heard again
         */
        void judge();

        /** Replaces what was kept before. Part of the caller's transaction. */
        void keep(PublicationId publication);

        @Override
        void close();
    }
}
