package dev.slipway.server.storage;

import org.jspecify.annotations.Nullable;

/** The storage failed, or was asked for what it does not hold. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
