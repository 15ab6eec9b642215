package dev.slipway.server.storage;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only the server's own account can open, and the read-only mark of sealed ones. */
sealed interface OwnerOnly {

    static OwnerOnly on(FileSystem files) {
        return files.supportedFileAttributeViews().contains("posix") ? new Posix() : new Windows();
    }

    /** With all missing parents. */
    void createDirectories(Path folder) throws IOException;

    void createFile(Path file) throws IOException;

    void makeReadOnly(Path file) throws IOException;

    /** Reads the mark itself, because root may write whatever the mark says. */
    boolean isReadOnly(Path file) throws IOException;

    /** Deletes the file, read-only or not; false when there is none. */
    boolean delete(Path file) throws IOException;

    boolean foldersCanBeSynced();

    /** Modes 0700, 0600 and, once sealed, 0400. */
    record Posix() implements OwnerOnly {
        private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
        private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
        private static final Set<PosixFilePermission> SEALED = PosixFilePermissions.fromString("r--------");

        @Override
        public void createDirectories(Path folder) throws IOException {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        }

        @Override
        public void createFile(Path file) throws IOException {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        }

        @Override
        public void makeReadOnly(Path file) throws IOException {
            Files.setPosixFilePermissions(file, SEALED);
        }

        @Override
        public boolean isReadOnly(Path file) throws IOException {
            return !Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                    .contains(PosixFilePermission.OWNER_WRITE);
        }

        @Override
        public boolean delete(Path file) throws IOException {
            return Files.deleteIfExists(file);
        }

        @Override
        public boolean foldersCanBeSynced() {
            return true;
        }
    }

    /** What is created inherits the access list of the data folder, which is under the account's own profile. */
    record Windows() implements OwnerOnly {
        @Override
        public void createDirectories(Path folder) throws IOException {
            Files.createDirectories(folder);
        }

        @Override
        public void createFile(Path file) throws IOException {
            Files.createFile(file);
        }

        @Override
        public void makeReadOnly(Path file) throws IOException {
            view(file).setReadOnly(true);
        }

        @Override
        public boolean isReadOnly(Path file) throws IOException {
            return view(file).readAttributes().isReadOnly();
        }

        /** Windows deletes no file that is marked read-only. */
        @Override
        public boolean delete(Path file) throws IOException {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                view(file).setReadOnly(false);
            }
            return Files.deleteIfExists(file);
        }

        @Override
        public boolean foldersCanBeSynced() {
            return false;
        }

        private static DosFileAttributeView view(Path file) {
            return Files.getFileAttributeView(file, DosFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
