package dev.slipway.media.chunk;

import dev.slipway.model.encoding.Sha256;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Writes one chunk: for each record the frame's number (8 bytes), the kind (1), the length (4) and the payload, all
 * big-endian. A chunk counts only once {@link #commit()} has put it into the journal.
 */
public final class ChunkWriter implements AutoCloseable {
    /** In bytes, before each payload. */
    public static final int RECORD_HEADER = Long.BYTES + Byte.BYTES + Integer.BYTES;

    private final Path folder;
    private final Journal journal;
    private final ChunkId id;
    private final FileOutputStream file;
    private final MessageDigest digest = Sha256.digest();
    private final DataOutputStream out;
    private long payload;

    ChunkWriter(Path folder, Journal journal, ChunkId id) throws IOException {
        this.folder = folder;
        this.journal = journal;
        this.id = id;
        Path name = folder.resolve(id.fileName());
        // A new file, whatever the name stands for: through a link the chunk would overwrite what it points to.
        Files.deleteIfExists(name);
        Files.createFile(name);
        this.file = new FileOutputStream(name.toFile());
        this.out = new DataOutputStream(new DigestOutputStream(new BufferedOutputStream(file), digest));
    }

    public void add(ChunkRecord record) throws IOException {
        out.writeLong(record.frame());
        out.writeByte(record.kind().ordinal());
        out.writeInt(record.payload().length);
        out.write(record.payload());
        payload += record.payload().length;
    }

    /** How much has been written so far. */
    public long bytes() {
        return out.size();
    }

    /** How many bytes of results have been written so far. */
    public long payload() {
        return payload;
    }

    /** The journal's line comes last: first the bytes are forced to disk, then the name under which they are found. */
    public void commit() throws IOException {
        out.flush();
        file.getChannel().force(true);
        DurableFolder.sync(folder);
        journal.record(id, out.size(), HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
