package dev.slipway.media.chunk;

import dev.slipway.media.ffmpeg.PictureKind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the records of a chunk that the journal vouches for. */
public final class ChunkReader implements AutoCloseable {
    private final DataInputStream in;
    private long left;

    ChunkReader(Path file) throws IOException {
        left = Files.size(file);
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    /** Empty after the last record. */
    public Optional<ChunkRecord> next() throws IOException {
        if (left == 0) {
            return Optional.empty();
        }
        long frame = in.readLong();
        PictureKind kind = in.readByte() == PictureKind.KEY.ordinal() ? PictureKind.KEY : PictureKind.DEPENDENT;
        return Optional.of(new ChunkRecord(frame, kind, in.readNBytes(length())));
    }

    /** Passes over a record. @return how many bytes its payload has, or nothing after the last record */
    public OptionalInt skip() throws IOException {
        if (left == 0) {
            return OptionalInt.empty();
        }
        in.skipNBytes(Long.BYTES + 1);
        int length = length();
        in.skipNBytes(length);
        return OptionalInt.of(length);
    }

    private int length() throws IOException {
        int length = in.readInt();
        left -= Long.BYTES + 1 + Integer.BYTES;
        if (length < 0 || length > left) {
            throw new IOException("a chunk of unfinished work is damaged");
        }
        left -= length;
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
