package dev.slipway.server.storage;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real stores for the tests of other modules. */
public final class Stores {
    private Stores() {}

    public static ArtifactStore in(Path folder) {
        return new DirectoryStore(folder, 0, new SecureRandom());
    }

    /** Creates files, and has no room for a byte in them. */
    public static ArtifactStore full(Path folder) {
        return new DirectoryStore(folder, Long.MAX_VALUE, new SecureRandom());
    }

    public static SealedArtifacts sealed(JdbcClient database, InstantSource clock) {
        return new StoredArtifactRows(database, clock);
    }

    public static StoredArtifacts visible(JdbcClient database, InstantSource clock) {
        return new StoredArtifactRows(database, clock);
    }
}
