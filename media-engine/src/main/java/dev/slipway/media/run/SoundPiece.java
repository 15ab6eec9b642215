package dev.slipway.media.run;

/**
 * The next moments of a sound file, decoded, for whoever judges sound.
 *
 * @param path which file, by its name in the manifest
 * @param samples 16-bit little-endian samples of one channel at {@link #SAMPLE_RATE}; at most {@link #MOST_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, written once; nobody compares two of them.
public record SoundPiece(String path, byte[] samples) {
    /** In hertz: what models of speech and most fingerprints are made for. */
    public static final int SAMPLE_RATE = 16_000;

    public static final int BYTES_A_SECOND = 2 * SAMPLE_RATE;

    /** Of one piece: a second. */
    public static final int MOST_BYTES = BYTES_A_SECOND;
}
