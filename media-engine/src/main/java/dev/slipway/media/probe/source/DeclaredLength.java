package dev.slipway.media.probe.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * How many bytes a file says that it has, where its container says so at the beginning: the Segment of Matroska and WebM
 * (RFC 9559; sizes as in RFC 8794, section 4) and the RIFF chunk of AVI. Their demuxers read a cut file to its end without
 * a word.
 */
final class DeclaredLength {
    /** An EBML header is some forty bytes; writers pad it at times. */
    static final int HEADER_BYTES = 1024;

    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int RIFF = 0x52494646;
    private static final int ID_BYTES = 4;

    private DeclaredLength() {}

    /** @param header the file's first {@link #HEADER_BYTES}, or all there are */
    static OptionalLong of(byte[] header) {
        ByteBuffer bytes = ByteBuffer.wrap(header);
        if (bytes.remaining() < 2 * ID_BYTES) {
            return OptionalLong.empty();
        }
        return switch (bytes.getInt(0)) {
            case EBML -> ofMatroska(bytes.position(ID_BYTES));
            case RIFF ->
                OptionalLong.of(Integer.toUnsignedLong(
                                bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(ID_BYTES))
                        + 2 * ID_BYTES);
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong ofMatroska(ByteBuffer bytes) {
        OptionalLong header = size(bytes);
        if (header.isEmpty() || header.getAsLong() > bytes.remaining() - ID_BYTES - Long.BYTES) {
            return OptionalLong.empty();
        }
        bytes.position(bytes.position() + (int) header.getAsLong());
        if (bytes.getInt() != SEGMENT) {
            return OptionalLong.empty();
        }
        OptionalLong segment = size(bytes);
        return segment.isEmpty() ? segment : OptionalLong.of(bytes.position() + segment.getAsLong());
    }

    /** A length of one to eight bytes, its own length in the leading zeros; all ones mean unknown, as in live streams. */
    private static OptionalLong size(ByteBuffer bytes) {
        int first = Byte.toUnsignedInt(bytes.get());
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more >= Long.BYTES || more > bytes.remaining()) {
            return OptionalLong.empty();
        }
        long value = first & (0x7F >> more);
        for (int i = 0; i < more; i++) {
            value = value << Byte.SIZE | Byte.toUnsignedInt(bytes.get());
        }
        long unknown = (1L << (7 * (more + 1))) - 1;
        return value == unknown ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
