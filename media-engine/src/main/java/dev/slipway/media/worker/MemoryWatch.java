package dev.slipway.media.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Real memory of a process and its children, from Linux's {@code /proc/PID/status}; 0 on other systems. */
final class MemoryWatch {
    private static final String RESIDENT = "VmRSS:";

    private MemoryWatch() {}

    static long residentBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(handle -> residentBytes(handle.pid()))
                .sum();
    }

    private static long residentBytes(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // The process ended between being listed and being read, or this is no Linux: it takes nothing we can see.
            return 0;
        }
    }
}
