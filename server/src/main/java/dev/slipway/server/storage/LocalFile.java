package dev.slipway.server.storage;

import java.nio.file.Path;

/** A file that a worker process may read until this is closed. A store elsewhere deletes its copy then. */
public interface LocalFile extends AutoCloseable {

    Path path();

    @Override
    void close();
}
