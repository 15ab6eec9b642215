package dev.slipway.model.profile;

import java.util.Objects;

/**
 * The author's picture as it was signed; its bytes travel after the payment. A WebP image (RFC 9649), square, of {@link
 * ProfileRules#AVATAR_SIDE} pixels a side.
 *
 * @param sha256 64 lower-case hex digits
 * @param bytes at most {@link ProfileRules#MAX_AVATAR_BYTES}
 */
public record Avatar(String sha256, int bytes) {
    public static final String MEDIA_TYPE = "image/webp";

    public Avatar {
        Objects.requireNonNull(sha256, "an avatar has a hash");
    }
}
