package dev.slipway.server.storage;

/** Bytes were offered for another place than the end of the file, or for a sealed file. */
public final class OffsetConflict extends StorageException {
    private static final long serialVersionUID = 1L;

    public OffsetConflict(String message) {
        super(message, null);
    }
}
