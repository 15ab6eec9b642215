package dev.slipway.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.model.publication.PublicationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends ArtifactStoreContract {
    private static final PublicationId PUBLICATION = PublicationId.parse("ab345678-9abc-4ef0-8123-456789abcdef");

    @TempDir
    private Path folder;

    @Override
    ArtifactStore open() {
        return new DirectoryStore(folder.resolve("store"), 0, new SecureRandom());
    }

    @Override
    ArtifactStore openFull() {
        return new DirectoryStore(folder.resolve("full"), Long.MAX_VALUE, new SecureRandom());
    }

    @Test
    void filesLieUnderTheirPublicationAndOnlyTheServerMayOpenThem() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "modes are a POSIX thing");

        ObjectKey key = open().create(PUBLICATION, ".mp4");

        Path owned = folder.resolve("store/ab/" + PUBLICATION);
        assertThat(owned.resolve(key.name())).isRegularFile();
        assertThat(mode(owned.resolve(key.name()))).isEqualTo("rw-------");
        assertThat(mode(owned)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("store"))).isEqualTo("rwx------");
    }

    @Test
    void aLinkInTheStoreIsNotFollowed() throws IOException {
        ArtifactStore store = open();
        ObjectKey key = store.create(PUBLICATION, ".mp4");
        Path file = folder.resolve("store/ab/" + PUBLICATION).resolve(key.name());
        Files.delete(file);
        Files.createSymbolicLink(file, Files.writeString(folder.resolve("secret"), "secret"));

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.localFile(key));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.length(key));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
