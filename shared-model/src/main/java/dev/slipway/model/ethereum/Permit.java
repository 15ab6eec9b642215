package dev.slipway.model.ethereum;

import dev.slipway.model.encoding.Hex;
import java.math.BigInteger;

/**
 * An owner's signature that lets a contract take an amount of a token (EIP-2612).
 *
 * @param deadline in seconds since 1970; a later block does not take it
 * @param signature 65 bytes r ‖ s ‖ v in hex, v 27 or 28
 */
public record Permit(BigInteger deadline, String signature) {
    /** @throws IllegalArgumentException for a signature of another length */
    public Permit {
        Hex.parse(signature, 65);
        AbiWords.of(deadline);
    }

    /** Its four words at the end of a call: {@code deadline, v, r, s}. */
    String words() {
        String digits = signature.substring(2);
        return AbiWords.of(deadline)
                + "00".repeat(31)
                + digits.substring(2 * AbiWords.DIGITS)
                + digits.substring(0, 2 * AbiWords.DIGITS);
    }
}
