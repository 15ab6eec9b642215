package dev.slipway.server.verification;

import dev.slipway.media.run.SoundPiece;
import dev.slipway.model.publication.PublicationId;
import java.util.Optional;

/** Plays a server on which nobody judges sound. */
final class Hush implements CheckedSound.Hearing {
    @Override
    public boolean isWanted() {
        return false;
    }

    @Override
    public void take(SoundPiece piece) {
        throw new AssertionError("nobody asked for sound");
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public void judge() {
        // There is nothing to judge.
    }

    @Override
    public void keep(PublicationId publication) {
        // Nor to keep.
    }

    @Override
    public void close() {
        // Nor to close.
    }
}
