package dev.slipway.media.sound;

/**
 * How loud sound is, after EBU R 128 and ITU-R BS.1770.
 *
 * @param integrated in LUFS, −70 for silence
 * @param range loudness range in LU
 * @param truePeak in decibels of full scale, at four times the sample rate
 */
public record Loudness(double integrated, double range, double truePeak) {
    private static final double SILENCE = -70;

    /** Without a single block that is loud enough to be measured. */
    boolean silent() {
        return integrated <= SILENCE;
    }
}
