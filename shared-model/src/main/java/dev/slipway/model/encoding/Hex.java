package dev.slipway.model.encoding;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Lower-case hexadecimal with a 0x prefix, as Ethereum's JSON-RPC writes bytes. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();
    private static final Pattern PREFIXED = Pattern.compile("0x(?:[0-9a-fA-F]{2})*");

    private Hex() {}

    public static String of(byte[] bytes) {
        return "0x" + FORMAT.formatHex(bytes);
    }

    /** The same digits without the prefix, as SHA-256 sums are usually written. */
    public static String plain(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    /** @throws IllegalArgumentException unless the text is 0x followed by an even number of hex digits */
    public static byte[] parse(String text) {
        if (!PREFIXED.matcher(text).matches()) {
            throw new IllegalArgumentException("expected 0x followed by pairs of hex digits");
        }
        return FORMAT.parseHex(text, 2, text.length());
    }

    /** @throws IllegalArgumentException unless the text is exactly that many bytes in hex */
    public static byte[] parse(String text, int bytes) {
        byte[] parsed = parse(text);
        if (parsed.length != bytes) {
            throw new IllegalArgumentException("expected " + bytes + " bytes in hex, not " + parsed.length);
        }
        return parsed;
    }
}
