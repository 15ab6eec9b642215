package dev.slipway.server.sound;

import dev.slipway.media.run.SoundPiece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A RIFF WAVE file of 16-bit PCM in one channel, written from front to end. Not thread-safe. */
final class WaveFile implements AutoCloseable {
    private static final int HEADER_BYTES = 44;
    private static final int FORMAT_BYTES = 16;
    private static final short PCM = 1;
    private static final short ONE_CHANNEL = 1;

    private final Path path;
    private final FileChannel channel;
    private long bytes;

    private WaveFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws IOException also where there is such a file already */
    static WaveFile create(Path path) throws IOException {
        WaveFile file =
                new WaveFile(path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        file.writeHeader();
        return file;
    }

    Path path() {
        return path;
    }

    /** Of sound, without the header. */
    long bytes() {
        return bytes;
    }

    /** @param samples little-endian */
    void append(byte[] samples) throws IOException {
        write(ByteBuffer.wrap(samples), HEADER_BYTES + bytes);
        bytes += samples.length;
    }

    /** Says in the header how much there is. */
    void finish() throws IOException {
        writeHeader();
    }

    private void writeHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(name("RIFF")).putInt((int) (HEADER_BYTES - 8 + bytes)).put(name("WAVE"));
        header.put(name("fmt ")).putInt(FORMAT_BYTES).putShort(PCM).putShort(ONE_CHANNEL);
        header.putInt(SoundPiece.SAMPLE_RATE).putInt(SoundPiece.BYTES_A_SECOND);
        header.putShort((short) Short.BYTES).putShort((short) Short.SIZE);
        header.put(name("data")).putInt((int) bytes);
        write(header.flip(), 0);
    }

    private void write(ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    private static byte[] name(String chunk) {
        return chunk.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
