package dev.slipway.media.protect.sound;

import dev.slipway.media.protect.KeyStream;

/** The secret phase of every bin of every frame, one of 256. */
final class NoisePhases {
    private static final int PHASES = 256;
    private static final float[] COSINES = new float[PHASES];
    private static final float[] SINES = new float[PHASES];

    static {
        for (int phase = 0; phase < PHASES; phase++) {
            COSINES[phase] = (float) Math.cos(2 * Math.PI * phase / PHASES);
            SINES[phase] = (float) Math.sin(2 * Math.PI * phase / PHASES);
        }
    }

    private final KeyStream stream;
    private byte[] phases = new byte[CriticalBands.FRAME / 2 + 1];

    /** @param key 32 bytes */
    NoisePhases(byte[] key) {
        this.stream = new KeyStream(key);
    }

    void seek(long frame) {
        phases = stream.bytes(frame, phases.length);
    }

    float cosine(int bin) {
        return COSINES[phases[bin] & 0xff];
    }

    float sine(int bin) {
        return SINES[phases[bin] & 0xff];
    }
}
