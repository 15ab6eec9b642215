package dev.slipway.server.storage;

import org.jspecify.annotations.Nullable;

/** There is no room for these bytes; with some deleted, the same request may succeed. */
public final class StorageFullException extends StorageException {
    private static final long serialVersionUID = 1L;

    public StorageFullException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
