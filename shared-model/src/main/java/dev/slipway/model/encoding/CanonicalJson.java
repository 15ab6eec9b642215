package dev.slipway.model.encoding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON Canonicalization Scheme (RFC 8785), so that a hash of a JSON value does not depend on who wrote it down. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** @throws IllegalArgumentException when the text is not JSON */
    public static byte[] bytes(String json) {
        try {
            return new JsonCanonicalizer(json.getBytes(StandardCharsets.UTF_8)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("this is not JSON: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the canonical form. */
    public static byte[] sha256(String json) {
        return Sha256.of(bytes(json));
    }
}
