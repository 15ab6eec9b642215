package dev.slipway.server.storage;

import dev.slipway.model.publication.PublicationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the bytes of files. It knows nothing of uploads or states: whoever calls sees to it that one writer at a time
 * works on a key. Every method blocks, and throws {@link StorageException} when the storage fails.
 */
public interface ArtifactStore {

    /**
     * An empty file under a new random key.
     *
     * @param suffix the key's ending, such as {@code .mp4}
     */
    ObjectKey create(PublicationId publication, String suffix);

    /**
     * Adds bytes at the end, at most {@code max} of them or up to the stream's end, and returns once they are durable.
     * When it throws, the file may have grown by an unknown part of them.
     *
     * @return the file's new length
     * @throws OffsetConflict unless the file is exactly {@code offset} bytes long
     * @throws StorageFullException before anything is written, when {@code max} bytes would not leave the reserve free
     * @throws IOException when the stream, not the storage, fails
     */
    long append(ObjectKey key, long offset, InputStream bytes, long max) throws IOException;

    long length(ObjectKey key);

    /** Drops what lies past {@code length}, durably. Does nothing when the file is no longer than that. */
    void cut(ObjectKey key, long length);

    /** Makes the file final: {@link #append} and {@link #cut} refuse from here on. Sealing twice is harmless. */
    void seal(ObjectKey key);

    /** The whole file on this machine, for a worker process. */
    LocalFile localFile(ObjectKey key);

    /**
     * Copies a range without holding it in memory.
     *
     * @throws IllegalArgumentException when the range does not lie within the file
     * @throws IOException when the receiver, not the storage, fails
     */
    void read(ObjectKey key, long offset, long length, OutputStream receiver) throws IOException;

    /** Deletes the file, sealed or not. Does nothing when it is gone already. */
    void delete(ObjectKey key);

    /** Every publication of which there are files, in no order; what is added or deleted meanwhile may be missed. */
    void forEachPublication(Consumer<PublicationId> visitor);

    /** All files of the publication, in no order. What the store did not make is not among them. */
    List<StoredBytes> files(PublicationId publication);

    /** Deletes everything under the publication. */
    void deleteAll(PublicationId publication);

    StorageSpace space();
}
