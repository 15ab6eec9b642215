package dev.slipway.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A cursor over the payload of one box; every read is checked against the box's end. Big-endian, as ISO BMFF is. */
final class BoxBytes {
    private static final int HEADER = 8;

    private final String box;
    private final ByteBuffer bytes;

    BoxBytes(String box, ByteBuffer bytes) {
        this.box = box;
        this.bytes = bytes;
    }

    /** The path of this box, for messages. */
    String box() {
        return box;
    }

    int remaining() {
        return bytes.remaining();
    }

    int u8() throws BoxException {
        need(1);
        return Byte.toUnsignedInt(bytes.get());
    }

    int u16() throws BoxException {
        need(2);
        return Short.toUnsignedInt(bytes.getShort());
    }

    int u24() throws BoxException {
        return u8() << 16 | u16();
    }

    int s32() throws BoxException {
        need(4);
        return bytes.getInt();
    }

    long u32() throws BoxException {
        return Integer.toUnsignedLong(s32());
    }

    /** A 64-bit number that has to fit Java's positive half. */
    long u63() throws BoxException {
        long value = s64();
        if (value < 0) {
            throw failure("holds a number beyond 2^63");
        }
        return value;
    }

    long s64() throws BoxException {
        need(8);
        return bytes.getLong();
    }

    void skip(int count) throws BoxException {
        need(count);
        bytes.position(bytes.position() + count);
    }

    String fourCc() throws BoxException {
        need(4);
        byte[] name = new byte[4];
        bytes.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** The next {@code count} bytes as their own cursor. */
    BoxBytes part(String name, int count) throws BoxException {
        need(count);
        ByteBuffer slice = bytes.slice(bytes.position(), count);
        bytes.position(bytes.position() + count);
        return new BoxBytes(box + "/" + name, slice);
    }

    /** The next child box, or empty at the end of this one. Children with 64-bit sizes are refused: none needs one. */
    Optional<Box> next() throws BoxException {
        if (bytes.remaining() == 0) {
            return Optional.empty();
        }
        long size = u32();
        String type = fourCc();
        if (size < HEADER || size - HEADER > bytes.remaining()) {
            throw failure("child '" + Box.printable(type) + "' claims " + size + " bytes");
        }
        return Optional.of(new Box(type, part(Box.printable(type), (int) size - HEADER)));
    }

    void expectEnd() throws BoxException {
        if (bytes.remaining() != 0) {
            throw failure(bytes.remaining() + " bytes are left over");
        }
    }

    BoxException failure(String reason) {
        return new BoxException(box, reason);
    }

    private void need(int count) throws BoxException {
        if (count < 0 || count > bytes.remaining()) {
            throw failure("ends too early: " + count + " more bytes were expected, " + bytes.remaining() + " are left");
        }
    }
}
