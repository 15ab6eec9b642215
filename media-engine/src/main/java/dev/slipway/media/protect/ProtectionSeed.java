package dev.slipway.media.protect;

import dev.slipway.model.encoding.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The 256 secret bits that all noise of one job comes from. Whoever knows them can subtract the noise, so they stay in
 * the work folder, go with it, and never print themselves.
 */
public record ProtectionSeed(String hex) {
    /** Of the seed and of every key from it. */
    public static final int BYTES = 32;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public ProtectionSeed {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a seed is 64 lower-case hex digits");
        }
    }

    /** @param random a {@link java.security.SecureRandom} outside of tests */
    public static ProtectionSeed random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ProtectionSeed(HexFormat.of().formatHex(bytes));
    }

    /** A key for one purpose, from which neither the seed nor the key for another purpose can be found. */
    public byte[] key(String purpose) {
        MessageDigest digest = Sha256.digest();
        digest.update(HexFormat.of().parseHex(hex));
        return digest.digest(purpose.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ProtectionSeed[secret]";
    }
}
