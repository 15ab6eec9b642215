package dev.slipway.model.identity;

import java.util.Objects;

/**
 * Body of {@code POST /api/auth/siwe}.
 *
 * @param message exactly the text that was signed (EIP-4361)
 * @param signature hex with 0x: {@code personal_sign}, or whatever the account's contract takes (ERC-1271, ERC-6492)
 */
public record SiweRequest(String message, String signature) {
    public SiweRequest {
        Objects.requireNonNull(message, "a message is needed");
        Objects.requireNonNull(signature, "a signature is needed");
    }
}
