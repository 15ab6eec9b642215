package dev.slipway.server.storage;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.DataFolder;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.configuration.StorageSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    private static final String FOLDER_SCHEME = "file:";

    /** The embedded database lies on the same disk by default, and a full disk stops it. */
    private static final long RESERVE_BYTES = 512L << 20;

    @Bean
    @ConditionalOnMissingBean
    ArtifactStore artifactStore(StorageSettings settings, DataFolder data, SecureRandom random) {
        String storage = settings.storage();
        Path root = storage == null ? data.folder("store") : folder(storage);
        return new DirectoryStore(root, RESERVE_BYTES, random);
    }

    private static Path folder(String storage) {
        if (!storage.startsWith(FOLDER_SCHEME)) {
            throw refused(storage);
        }
        try {
            return Path.of(storage.substring(FOLDER_SCHEME.length()));
        } catch (InvalidPathException e) {
            throw refused(storage);
        }
    }

    private static StartRefused refused(String storage) {
        return new StartRefused(
                ProblemCode.CONFIGURATION,
                "SLIPWAY_STORAGE is \"" + storage + "\"; expected is file: and a folder, such as file:/srv/slipway.");
    }
}
