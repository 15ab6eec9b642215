package dev.slipway.desk.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How every SQLite file begins. SQLite itself finds that as well, but throws away what lies beside a file that is none; and
 * where a connection of this process has the file open, reading it here would end that one's locks.
 */
final class Header {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private Header() {}

    /** Also of a file that is to be made, or cannot be read: that is told by whoever opens it. */
    static boolean isDatabase(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] found = in.readNBytes(MAGIC.length);
            return found.length == 0 || Arrays.equals(found, MAGIC);
        } catch (IOException e) {
            return true;
        }
    }
}
