package dev.slipway.server.configuration;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * Addresses with the same beginning, such as {@code 10.0.0.0/8}, or one alone. Never asks a name server.
 *
 * @param bits how many of the first ones count
 */
public record AddressRange(InetAddress network, int bits) {

    public AddressRange {
        if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("\"" + network.getHostAddress() + "\" has fewer than " + bits + " bits");
        }
    }

    /** @throws IllegalArgumentException for anything but an address and, after a slash, a number of bits */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            InetAddress alone = InetAddress.ofLiteral(text.strip());
            return new AddressRange(alone, alone.getAddress().length * Byte.SIZE);
        }
        InetAddress network = InetAddress.ofLiteral(text.substring(0, slash).strip());
        return new AddressRange(
                network, Integer.parseInt(text.substring(slash + 1).strip()));
    }

    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        return ours.length == theirs.length && Arrays.equals(masked(ours, bits), masked(theirs, bits));
    }

    /** The address with zeros after the bits that count. */
    static byte[] masked(byte[] address, int bits) {
        byte[] masked = address.clone();
        for (int bit = bits; bit < masked.length * Byte.SIZE; bit++) {
            masked[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return masked;
    }
}
