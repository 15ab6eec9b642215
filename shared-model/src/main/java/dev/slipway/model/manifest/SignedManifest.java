package dev.slipway.model.manifest;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.ethereum.Bytes32;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.core.JacksonException;

/**
 * A manifest with the exact bytes it was read from. The hash is over those bytes; they are stored and sent verbatim
 * and never written anew.
 */
public final class SignedManifest {
    public static final int MAX_BYTES = 256 * 1024;

    private final byte[] bytes;
    private final Manifest manifest;

    private SignedManifest(byte[] bytes, Manifest manifest) {
        this.bytes = bytes;
        this.manifest = manifest;
    }

    /** @throws IllegalArgumentException when the bytes are no manifest, with a sentence that says why */
    public static SignedManifest parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a manifest has at most " + MAX_BYTES + " bytes, not " + bytes.length);
        }
        try {
            Manifest manifest = Json.STRICT.readValue(bytes, Manifest.class);
            if (manifest == null) {
                throw new IllegalArgumentException("the manifest is null");
            }
            return new SignedManifest(bytes.clone(), manifest);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the manifest cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException when the text is not base64 of a manifest */
    public static SignedManifest fromBase64(String text) {
        if (text.length() > MAX_BYTES / 3 * 4 + 4) {
            throw new IllegalArgumentException("a manifest has at most " + MAX_BYTES + " bytes");
        }
        return parse(Base64.getDecoder().decode(text));
    }

    public Manifest manifest() {
        return manifest;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** SHA-256 of the exact bytes: the manifestHash of the author's signature. */
    public Bytes32 hash() {
        return Bytes32.of(Sha256.of(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedManifest that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
