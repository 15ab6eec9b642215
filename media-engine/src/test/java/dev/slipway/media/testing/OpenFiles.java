package dev.slipway.media.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this process holds open and how much memory it has, native libraries included; Linux tells. */
public final class OpenFiles {
    private OpenFiles() {}

    public static List<Path> now() throws IOException {
        try (Stream<Path> numbers = Files.list(Path.of("/proc/self/fd"))) {
            return numbers.filter(Files::exists).map(OpenFiles::target).toList();
        }
    }

    /** Bytes of memory that are in use. */
    public static long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                << 10;
    }

    private static Path target(Path number) {
        try {
            return Files.readSymbolicLink(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
