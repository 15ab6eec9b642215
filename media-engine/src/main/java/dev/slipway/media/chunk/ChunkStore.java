package dev.slipway.media.chunk;

import dev.slipway.model.encoding.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The finished chunks of one piece of work, in a folder of its own. Thread-safe. */
public final class ChunkStore implements AutoCloseable {
    private static final String JOURNAL = "journal";

    private final Path folder;
    private final Journal journal;
    private final Map<ChunkId, Boolean> trusted = new ConcurrentHashMap<>();

    /**
     * Opens the folder's store; chunks of work with another key are not seen.
     *
     * @param key everything the chunks' bytes depend on: source, plan, encoders and their build
     */
    public ChunkStore(Path folder, String key) throws IOException {
        this.folder = Files.createDirectories(folder);
        DurableFolder.syncNameOf(folder);
        this.journal = new Journal(folder.resolve(JOURNAL), key);
    }

    /** Whether the folder holds work of this key, finished chunks or not. */
    public static boolean holds(Path folder, String key) throws IOException {
        return Journal.isOf(folder.resolve(JOURNAL), key);
    }

    /** What all chunks of the journal take on the disk. */
    public long bytes() {
        return journal.bytes();
    }

    /** Whether the chunk is there whole; its bytes are compared with the journal once. */
    public boolean isFinished(ChunkId id) {
        return trusted.computeIfAbsent(id, this::check);
    }

    private boolean check(ChunkId id) {
        return journal.find(id).map(entry -> matches(id, entry)).orElse(false);
    }

    private boolean matches(ChunkId id, Journal.Entry entry) {
        Path file = folder.resolve(id.fileName());
        try {
            boolean same = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) == entry.bytes()
                    && sha256(file).equals(entry.sha256());
            if (!same) {
                journal.forget(id);
            }
            return same;
        } catch (IOException e) {
            // An unreadable chunk is made again: that is all a resumed run can do about it.
            journal.forget(id);
            return false;
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public ChunkWriter write(ChunkId id) throws IOException {
        trusted.remove(id);
        return new ChunkWriter(folder, journal, id);
    }

    /** Deletes a chunk, finished or not. */
    public void drop(ChunkId id) throws IOException {
        trusted.remove(id);
        journal.forget(id);
        Files.deleteIfExists(folder.resolve(id.fileName()));
    }

    /** Size of a finished chunk. */
    public long bytes(ChunkId id) {
        return journal.find(id).map(Journal.Entry::bytes).orElse(0L);
    }

    public ChunkReader read(ChunkId id) throws IOException {
        return new ChunkReader(folder.resolve(id.fileName()));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
