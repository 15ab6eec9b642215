package dev.slipway.server.identity;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** 32 random bytes that nothing can be read from. Only their hash is kept: who reads the database signs in as nobody. */
record Token(String text) {
    private static final int BYTES = 32;

    /** @param kind so that one kind is never taken for another, and is found where it was leaked */
    static Token random(Kind kind, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(kind.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    enum Kind {
        ACCESS("slipway-access-"),
        REFRESH("slipway-refresh-");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    static boolean isAccess(String text) {
        return text.startsWith(Kind.ACCESS.prefix);
    }

    static String hash(String text) {
        return Hex.plain(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    String hash() {
        return hash(text);
    }

    @Override
    public String toString() {
        return "Token[withheld]";
    }
}
