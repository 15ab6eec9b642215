package dev.slipway.media.preview.picture;

import dev.slipway.media.plan.output.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Pictures in memory that two processes share: slots of one size, each a picture in BGRA without padding. The process that
 * decodes writes into slots that nobody looks at; which these are is told in messages, not here.
 */
public final class PictureRing {
    private static final int PIXEL_BYTES = 4;

    private final MappedByteBuffer memory;
    private final int slotBytes;

    private PictureRing(MappedByteBuffer memory, int slotBytes) {
        this.memory = memory;
        this.slotBytes = slotBytes;
    }

    /**
     * @param file is made, or made anew
     * @throws IOException when the disk has no place for all slots: found out later, in the memory, it would end the process
     */
    public static PictureRing create(Path file, Size size, int slots) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            for (int slot = 0; slot < slots; slot++) {
                ByteBuffer empty = ByteBuffer.allocate(bytes(size));
                while (empty.hasRemaining()) {
                    channel.write(empty);
                }
            }
            return map(channel, FileChannel.MapMode.READ_WRITE, size, slots);
        }
    }

    /** To look at. */
    public static PictureRing open(Path file, Size size, int slots) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < bytes(size) * (long) slots) {
                throw new IOException(
                        "the pictures' memory %s is shorter than %d pictures of %s".formatted(file, slots, size));
            }
            return map(channel, FileChannel.MapMode.READ_ONLY, size, slots);
        }
    }

    private static PictureRing map(FileChannel channel, FileChannel.MapMode mode, Size size, int slots)
            throws IOException {
        int slotBytes = bytes(size);
        return new PictureRing(channel.map(mode, 0, (long) slotBytes * slots), slotBytes);
    }

    private static int bytes(Size size) {
        return Math.toIntExact(size.pixels() * PIXEL_BYTES);
    }

    /** The whole slot; each call gives a view with a position of its own. */
    public ByteBuffer slot(int number) {
        return memory.slice(number * slotBytes, slotBytes);
    }
}
