package dev.slipway.media.encode.source;

import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;

/**
 * Watches a reader that entered a file in the middle, until its pictures are beyond doubt those that reading from the
 * beginning gives. Indexes lie, key frames may be none, and pictures that are shown before a key frame but follow it in
 * the file (open groups) lack what they refer to. Times are in microseconds on the time line.
 */
public final class EntryProof {
    private final long keyMicros;
    private final long neededMicros;
    private boolean begun;
    private boolean anchored;
    private Verdict verdict = Verdict.OPEN;

    public enum Verdict {
        OPEN,
        PROVEN,
        /** The file must be read from its beginning; nothing of what was decoded may be shown. */
        ASTRAY
    }

    /**
     * @param keyMicros when the key frame is shown that was found
     * @param neededMicros from when on pictures are shown: no earlier one may depend on where reading began
     */
    public EntryProof(long keyMicros, long neededMicros) {
        this.keyMicros = keyMicros;
        this.neededMicros = neededMicros;
    }

    /** Whether a picture's packet is to be decoded: none from before the first key frame is. */
    boolean admits(Packet packet) {
        begun = begun || packet.isKey();
        return begun;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Takes note of a decoded picture, before anything is made of it. */
    public Verdict seen(Frame picture, long micros) {
        if (verdict == Verdict.OPEN && micros >= keyMicros) {
            anchored = anchored || micros == keyMicros && picture.isKey();
            if (!anchored || picture.isDamaged()) {
                verdict = Verdict.ASTRAY;
            } else if (micros >= neededMicros) {
                verdict = Verdict.PROVEN;
            }
        }
        return verdict;
    }

    /** After the last picture. */
    public Verdict ended() {
        if (verdict == Verdict.OPEN) {
            verdict = anchored ? Verdict.PROVEN : Verdict.ASTRAY;
        }
        return verdict;
    }
}
