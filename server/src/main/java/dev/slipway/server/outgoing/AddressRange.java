package dev.slipway.server.outgoing;

import java.net.InetAddress;

/**
 * Addresses that begin with the same bits (RFC 4632, RFC 4291).
 *
 * @param first bytes in network order, 4 or 16
 * @param bits how many of them are compared
 */
record AddressRange(InetAddress first, int bits) {
    AddressRange {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a range has 0 to 32 or 128 bits, not " + bits);
        }
    }

    /**
     * {@code ADDRESS/BITS}, or one address alone.
     *
     * @throws IllegalArgumentException for anything else, names included: nothing is looked up
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            InetAddress one = InetAddress.ofLiteral(text);
            return new AddressRange(one, one.getAddress().length * Byte.SIZE);
        }
        return new AddressRange(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] these = first.getAddress();
        byte[] those = address.getAddress();
        if (these.length != those.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (these[i] != those[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((these[whole] ^ those[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }
}
