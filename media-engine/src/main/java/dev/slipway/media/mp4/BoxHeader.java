package dev.slipway.media.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Type, place and size of a top-level box; its payload may be far larger than memory. */
record BoxHeader(String type, long offset, int headerSize, long size) {
    private static final int SHORT = 8;
    private static final int LONG = 16;

    static BoxHeader read(SeekableByteChannel file, long offset, long fileSize) throws IOException {
        String place = "byte " + offset;
        if (fileSize - offset < SHORT) {
            throw new BoxException(place, (fileSize - offset) + " trailing bytes are no box");
        }
        ByteBuffer header = bytes(file, offset, (int) Math.min(LONG, fileSize - offset));
        long size = Integer.toUnsignedLong(header.getInt());
        byte[] name = new byte[4];
        header.get(name);
        int headerSize = SHORT;
        if (size == 1 && header.remaining() == Long.BYTES) {
            size = header.getLong();
            headerSize = LONG;
        }
        String type = new String(name, StandardCharsets.ISO_8859_1);
        if (size < headerSize || size > fileSize - offset) {
            throw new BoxException(
                    place,
                    "box '" + Box.printable(type) + "' claims " + size + " bytes, the file has " + (fileSize - offset));
        }
        return new BoxHeader(type, offset, headerSize, size);
    }

    long end() {
        return offset + size;
    }

    ByteRange range() {
        return new ByteRange(offset, size);
    }

    long payloadSize() {
        return size - headerSize;
    }

    /** Reads the payload into memory if it is no larger than {@code limit}. */
    BoxBytes payload(SeekableByteChannel file, int limit) throws IOException {
        if (payloadSize() > limit) {
            throw new BoxException(type, payloadSize() + " bytes, at most " + limit + " are accepted");
        }
        return new BoxBytes(type, bytes(file, offset + headerSize, (int) payloadSize()));
    }

    private static ByteBuffer bytes(SeekableByteChannel file, long offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        file.position(offset);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new BoxException("byte " + offset, "the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }
}
