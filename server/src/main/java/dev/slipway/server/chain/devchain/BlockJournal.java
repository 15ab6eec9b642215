package dev.slipway.server.chain.devchain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The blocks that hold transactions, and the runs of numbers that blocks may have, on disk before anybody hears of
 * them. A file of records {@code length, CRC-32C, payload}; the first payload is {@code "SLIPWAY2", chain id, genesis
 * second}, every other that of a block, {@code number, count, (length, raw transaction)…}, or of a run, {@code ~first
 * number, count, its second}; integers big-endian. A record that a crash cut off is dropped at the next start; damage
 * anywhere else stops it. Held by a file lock. Not safe for use by several threads.
 *
 * <p>Files that begin with "SLIPWAY1" are of builds that knew no runs.
 */
final class BlockJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BlockJournal.class);
    private static final long MAGIC_WITHOUT_RUNS = 0x534c495057415931L;
    private static final long MAGIC = 0x534c495057415932L;
    private static final int FRAME = 8;
    private static final int MAX_RECORD = 64 << 20;

    private final Path file;
    private final FileChannel channel;
    private long end;

    private BlockJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * What the file held when it was opened.
     *
     * @param withoutRuns whether the last who had it open was a build that shows a block for each second since genesis
     */
    record Contents(BlockJournal journal, long chainId, long genesisSecond, boolean withoutRuns, List<Entry> entries) {}

    /** A record. */
    sealed interface Entry {
        /** One block's number and its signed transactions. */
        record Block(long number, List<byte[]> transactions) implements Entry {}

        /**
         * Numbers that blocks may have from now on, the first at this second and each other a second later. Until the
         * next run nobody is shown a block after the last of them; none of them was shown before.
         */
        record Run(long first, int count, long second) implements Entry {
            long last() {
                return first + count - 1;
            }
        }
    }

    /**
     * Opens the file, or starts it with this chain id and genesis.
     *
     * @throws IOException when another process holds the file, or it is damaged
     */
    static Contents open(Path file, long chainId, long genesisSecond) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new BlockJournal(file, channel).read(chainId, genesisSecond);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private Contents read(long chainId, long genesisSecond) throws IOException {
        lock();
        List<ByteBuffer> records = new ArrayList<>();
        while (readRecord(records)) {
            // Each record moves the end on.
        }
        if (end < channel.size()) {
            LOG.warn("The last {} bytes of {} were cut off by a crash and are dropped", channel.size() - end, file);
            channel.truncate(end);
        }
        if (records.isEmpty()) {
            write(ByteBuffer.allocate(24)
                    .putLong(MAGIC)
                    .putLong(chainId)
                    .putLong(genesisSecond)
                    .flip());
            return new Contents(this, chainId, genesisSecond, false, List.of());
        }
        ByteBuffer header = records.getFirst();
        long magic = header.remaining() == 24 ? header.getLong() : 0;
        if (magic != MAGIC && magic != MAGIC_WITHOUT_RUNS) {
            throw new IOException(file + " is not a journal of the development chain");
        }
        List<Entry> entries = records.subList(1, records.size()).stream()
                .map(BlockJournal::entry)
                .toList();
        boolean withoutRuns = magic == MAGIC_WITHOUT_RUNS && entries.stream().noneMatch(Entry.Run.class::isInstance);
        return new Contents(this, header.getLong(), header.getLong(), withoutRuns, entries);
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            LOG.debug("{} is held by this process", file);
        }
        throw new IOException(file + " is in use by another development chain");
    }

    /** False at the end, or where the last record is cut off. */
    private boolean readRecord(List<ByteBuffer> records) throws IOException {
        long left = channel.size() - end;
        if (left < FRAME) {
            return false;
        }
        ByteBuffer frame = readAt(end, FRAME);
        int length = frame.getInt();
        if (length > left - FRAME && length <= MAX_RECORD) {
            return false;
        }
        if (length == 0) {
            // A file system may have lengthened the file before the bytes came.
            return false;
        }
        boolean sane = length > 0 && length <= MAX_RECORD;
        ByteBuffer payload = sane ? readAt(end + FRAME, length) : ByteBuffer.allocate(0);
        if (!sane || crc(payload) != frame.getInt()) {
            // Only the last record can have been cut off.
            if (sane && length == left - FRAME) {
                return false;
            }
            throw new IOException(file + " is damaged at byte " + end + "; delete it to start a new chain");
        }
        records.add(payload);
        end += FRAME + length;
        return true;
    }

    private ByteBuffer readAt(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException(file + " ended while it was read");
            }
        }
        return buffer.flip();
    }

    private static Entry entry(ByteBuffer payload) {
        long number = payload.getLong();
        int count = payload.getInt();
        if (number < 0) {
            return new Entry.Run(~number, count, payload.getLong());
        }
        List<byte[]> transactions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] raw = new byte[payload.getInt()];
            payload.get(raw);
            transactions.add(raw);
        }
        return new Entry.Block(number, transactions);
    }

    /** Returns once the block is on the disk. After a failure the block is not in the file. */
    void append(DevBlock block) throws IOException {
        int size = 12
                + block.transfers().stream().mapToInt(t -> 4 + t.raw().length).sum();
        ByteBuffer payload = ByteBuffer.allocate(size);
        payload.putLong(block.number()).putInt(block.transfers().size());
        block.transfers().forEach(t -> payload.putInt(t.raw().length).put(t.raw()));
        write(payload.flip());
    }

    /** Returns once the run is on the disk. After a failure it may be there, and binds nobody. */
    void append(Entry.Run run) throws IOException {
        write(ByteBuffer.allocate(20)
                .putLong(~run.first())
                .putInt(run.count())
                .putLong(run.second())
                .flip());
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    private void write(ByteBuffer payload) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(FRAME + payload.remaining());
        record.putInt(payload.remaining()).putInt(crc(payload)).put(payload).flip();
        int length = record.remaining();
        if (channel.size() > end) {
            // What a failed write left behind: no shorter record may have the rest of it after itself.
            channel.truncate(end);
        }
        while (record.hasRemaining()) {
            channel.write(record, end + record.position());
        }
        channel.force(true);
        end += length;
    }

    private static int crc(ByteBuffer payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload.duplicate());
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
