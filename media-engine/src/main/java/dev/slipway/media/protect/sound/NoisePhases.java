package dev.slipway.media.protect.sound;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret phase of every bin of every frame, one of 256: AES-256 in counter mode (NIST SP 800-38A), so that who
 * guesses some of the noise cannot go on from there.
 */
final class NoisePhases {
    private static final int IV_BYTES = 16;
    private static final int PHASES = 256;
    private static final float[] COSINES = new float[PHASES];
    private static final float[] SINES = new float[PHASES];

    static {
        for (int phase = 0; phase < PHASES; phase++) {
            COSINES[phase] = (float) Math.cos(2 * Math.PI * phase / PHASES);
            SINES[phase] = (float) Math.sin(2 * Math.PI * phase / PHASES);
        }
    }

    private final SecretKeySpec key;
    private final byte[] silence = new byte[CriticalBands.FRAME / 2 + 1];
    private byte[] phases = silence;

    /** @param key 32 bytes */
    NoisePhases(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    void seek(long frame) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] iv = ByteBuffer.allocate(IV_BYTES).putLong(frame).array();
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            phases = cipher.doFinal(silence);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "every Java runtime has AES in counter mode, but this one says otherwise", e);
        }
    }

    float cosine(int bin) {
        return COSINES[phases[bin] & 0xff];
    }

    float sine(int bin) {
        return SINES[phases[bin] & 0xff];
    }
}
