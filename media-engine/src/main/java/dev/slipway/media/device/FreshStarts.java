package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.ClosedKeys;
import dev.slipway.media.ffmpeg.container.Packet;

/**
 * Where a decoder may be exchanged for a fresh one without any picture changing: at a key frame that nothing after it
 * reaches behind, once no damage was met from the key frame before it on. Not thread-safe.
 */
final class FreshStarts {
    private final ClosedKeys keys;
    private boolean settingsChanged;
    private boolean clean;

    FreshStarts(ClosedKeys keys) {
        this.keys = keys;
    }

    /** Asked of every packet in turn. */
    boolean isBefore(Packet packet) {
        settingsChanged = settingsChanged || packet.changesSettings();
        // A fresh decoder begins with the track's first settings, and a picture without a time finds no place in a
        // rescue.
        if (settingsChanged || packet.pts() == Timebase.NONE || !keys.isClosed(packet)) {
            return false;
        }
        boolean wasClean = clean;
        clean = true;
        return wasClean;
    }

    void damaged() {
        clean = false;
    }
}
