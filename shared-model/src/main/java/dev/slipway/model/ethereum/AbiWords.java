package dev.slipway.model.ethereum;

import dev.slipway.model.encoding.Hex;
import java.math.BigInteger;

/** Words of 32 bytes as the contract ABI writes them, in hex without 0x. */
final class AbiWords {
    /** Hex digits of one word. */
    static final int DIGITS = 2 * 32;

    private AbiWords() {}

    static String of(Address address) {
        return "00".repeat(12) + address.hex().substring(2);
    }

    /** @throws IllegalArgumentException for a number that fills no {@code uint256} */
    static String of(BigInteger number) {
        if (number.signum() < 0 || number.compareTo(Uint256.MAX) > 0) {
            throw new IllegalArgumentException("a uint256 has 0 to 256 bits");
        }
        return "%064x".formatted(number);
    }

    static String of(Bytes32 bytes) {
        return bytes.hex().substring(2);
    }

    /** The word at that place of what stands behind a call's selector. */
    static String at(String words, int place) {
        return "0x" + words.substring(place * DIGITS, (place + 1) * DIGITS);
    }

    static BigInteger number(String word) {
        return new BigInteger(1, Hex.parse(word));
    }
}
