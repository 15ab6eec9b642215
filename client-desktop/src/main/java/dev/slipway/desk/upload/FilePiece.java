package dev.slipway.desk.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A range of a file as a request's body, never held in memory as a whole. */
final class FilePiece extends RequestBody {
    private static final MediaType TYPE = MediaType.get("application/offset+octet-stream");
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final long offset;
    private final long length;
    private final LongConsumer sent;

    /** @param sent hears the position in the file after each write to the socket */
    FilePiece(Path file, long offset, long length, LongConsumer sent) {
        this.file = file;
        this.offset = offset;
        this.length = length;
        this.sent = sent;
    }

    @Override
    public MediaType contentType() {
        return TYPE;
    }

    @Override
    public long contentLength() {
        return length;
    }

    /** Never sent again by the HTTP client on its own: after a failure the offset has to be asked for first. */
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            long position = offset;
            long end = offset + length;
            while (position < end) {
                buffer.clear().limit((int) Math.min(BUFFER, end - position));
                int read = channel.read(buffer, position);
                if (read < 0) {
                    throw new IOException(file.getFileName() + " became shorter while it was uploaded");
                }
                sink.write(buffer.array(), 0, read);
                position += read;
                sent.accept(position);
            }
        }
    }
}
