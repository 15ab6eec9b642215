package dev.slipway.server.chain.devchain;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recursive Length Prefix (Ethereum Yellow Paper, appendix B) for one list of byte strings, which is all that a
 * transfer needs. A nested list is accepted only where it is empty (an access list), and stands for an empty byte
 * string. Reading is lenient about redundant encodings: whoever needs one hash for one transaction encodes again and
 * compares.
 */
final class RlpItems {
    private static final int STRING = 0x80;
    private static final int LIST = 0xc0;
    private static final int SHORT_LIMIT = 55;

    /** An empty list as an item; recognised by identity. */
    static final byte[] EMPTY_LIST = new byte[0];

    private final byte[] source;
    private int position;

    private RlpItems(byte[] source, int position) {
        this.source = source;
        this.position = position;
    }

    /** @throws IllegalArgumentException unless the bytes from the offset on are exactly one such list */
    static List<byte[]> decode(byte[] source, int offset) {
        RlpItems reader = new RlpItems(source, offset);
        int length = reader.length(LIST);
        if (length != source.length - reader.position) {
            throw new IllegalArgumentException("the list is not as long as the transaction");
        }
        List<byte[]> items = new ArrayList<>();
        while (reader.position < source.length) {
            items.add(reader.item());
        }
        return items;
    }

    private byte[] item() {
        int prefix = peek();
        if (prefix < STRING) {
            position++;
            return new byte[] {(byte) prefix};
        }
        if (prefix == LIST) {
            position++;
            return new byte[0];
        }
        if (prefix > LIST) {
            throw new IllegalArgumentException("access lists are not supported: transfers only");
        }
        int length = length(STRING);
        byte[] value = Arrays.copyOfRange(source, position, position + length);
        position += length;
        return value;
    }

    /** Reads a prefix of that kind; the length it returns lies within the source. */
    private int length(int kind) {
        int prefix = peek();
        position++;
        int length = prefix - kind;
        if (length < 0 || length > SHORT_LIMIT + 8) {
            throw new IllegalArgumentException("expected a " + (kind == LIST ? "list" : "string"));
        }
        if (length > SHORT_LIMIT) {
            length = longLength(length - SHORT_LIMIT);
        }
        if (length > source.length - position) {
            throw new IllegalArgumentException("the transaction ends too early");
        }
        return length;
    }

    private int longLength(int bytes) {
        // Three bytes reach 16 MiB, far above the size that the server reads.
        if (bytes > 3 || bytes > source.length - position) {
            throw new IllegalArgumentException("a length is out of bounds");
        }
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | (source[position++] & 0xff);
        }
        return length;
    }

    private int peek() {
        if (position >= source.length) {
            throw new IllegalArgumentException("the transaction ends too early");
        }
        return source[position] & 0xff;
    }

    /** Encodes byte strings, or already encoded {@link #EMPTY_LIST}s, as one list. */
    static byte[] encode(List<byte[]> items) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] item : items) {
            if (item == EMPTY_LIST) {
                body.write(LIST);
            } else if (item.length == 1 && (item[0] & 0xff) < STRING) {
                body.write(item[0]);
            } else {
                body.writeBytes(prefix(STRING, item.length));
                body.writeBytes(item);
            }
        }
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.writeBytes(prefix(LIST, body.size()));
        list.writeBytes(body.toByteArray());
        return list.toByteArray();
    }

    private static byte[] prefix(int kind, int length) {
        if (length <= SHORT_LIMIT) {
            return new byte[] {(byte) (kind + length)};
        }
        byte[] digits = minimal(BigInteger.valueOf(length));
        byte[] prefix = new byte[1 + digits.length];
        prefix[0] = (byte) (kind + SHORT_LIMIT + digits.length);
        System.arraycopy(digits, 0, prefix, 1, digits.length);
        return prefix;
    }

    /** Big-endian without leading zeros; zero is no byte at all. */
    static byte[] minimal(BigInteger value) {
        byte[] signed = value.toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    /** @throws IllegalArgumentException on leading zeros or more bytes than allowed */
    static BigInteger integer(byte[] item, int maxBytes) {
        if (item.length > maxBytes || (item.length > 0 && item[0] == 0)) {
            throw new IllegalArgumentException("an integer is too long or has leading zeros");
        }
        return new BigInteger(1, item);
    }
}
