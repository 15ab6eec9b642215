package dev.slipway.media.protect;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secret bytes by number: AES-256 in counter mode (NIST SP 800-38A). Who guesses some of the noise cannot go on from
 * there to the rest, which a plain random generator would let them.
 */
public final class KeyStream {
    private static final int IV_BYTES = 16;

    private final SecretKeySpec key;

    /** @param key 32 bytes */
    public KeyStream(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The first bytes of one of 2⁶⁴ streams. */
    public byte[] bytes(long stream, int count) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] iv = ByteBuffer.allocate(IV_BYTES).putLong(stream).putLong(0).array();
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            return cipher.doFinal(new byte[count]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "every Java runtime has AES in counter mode, but this one says otherwise", e);
        }
    }
}
