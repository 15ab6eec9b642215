package dev.slipway.media.pdq;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * 256 bits of what a picture looks like. Bit 16·row + column belongs to one frequency of the picture; as text the highest
 * bit comes first, as in all lists that are exchanged (ThreatExchange, PDQ).
 *
 * @param bits0 bits 0 to 63
 * @param bits64 bits 64 to 127
 * @param bits128 bits 128 to 191
 * @param bits192 bits 192 to 255
 */
public record PdqHash(long bits0, long bits64, long bits128, long bits192) {
    /** Pictures at most so many bits apart show the same, as the authors of PDQ recommend. */
    public static final int MATCH_DISTANCE = 31;

    /** The least quality of hashes that mean anything, as the authors of PDQ recommend. */
    public static final int LEAST_QUALITY = 50;

    public static final int HEX_DIGITS = 64;

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{" + HEX_DIGITS + "}");
    private static final int WORD_DIGITS = 16;

    /** @throws IllegalArgumentException unless the text is 64 hex digits, small or capital */
    @JsonCreator
    public static PdqHash parse(String hex) {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a PDQ hash has " + HEX_DIGITS + " hex digits");
        }
        return new PdqHash(word(hex, 3), word(hex, 2), word(hex, 1), word(hex, 0));
    }

    private static long word(String hex, int index) {
        return HexFormat.fromHexDigitsToLong(hex, index * WORD_DIGITS, (index + 1) * WORD_DIGITS);
    }

    /** How many bits differ: 0 for the same hash, about 128 for unrelated pictures. */
    public int distance(PdqHash other) {
        return Long.bitCount(bits0 ^ other.bits0)
                + Long.bitCount(bits64 ^ other.bits64)
                + Long.bitCount(bits128 ^ other.bits128)
                + Long.bitCount(bits192 ^ other.bits192);
    }

    /** In small letters. */
    @JsonValue
    public String hex() {
        HexFormat format = HexFormat.of();
        return format.toHexDigits(bits192)
                + format.toHexDigits(bits128)
                + format.toHexDigits(bits64)
                + format.toHexDigits(bits0);
    }

    @Override
    public String toString() {
        return hex();
    }
}
