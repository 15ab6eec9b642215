package dev.slipway.media.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Real memory of a process and its descendants, as Linux tells it under {@code /proc/PID}; 0 on other systems. Each
 * thread lists what it started. {@link ProcessHandle#descendants()} reads every process of the machine instead, which at
 * some looks a second was seen to cost as much as a small encoder.
 */
public final class ProcessMemory {
    private static final String RESIDENT = "VmRSS:";
    private static final String KILOBYTES = "kB";

    private ProcessMemory() {}

    /** Without its descendants. */
    public static long ownResidentBytes(long pid) {
        try {
            return resident(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            // As below.
            return 0;
        }
    }

    public static long residentBytes(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            return resident(Files.readString(folder.resolve("status")))
                    + children(folder.resolve("task"))
                            .map(ProcessMemory::residentBytes)
                            .sum();
        } catch (IOException | UncheckedIOException e) {
            // The process ended between being listed and being read, or this is no Linux: it takes nothing we can see.
            return 0;
        }
    }

    private static long resident(String status) {
        int from = status.indexOf(RESIDENT);
        int until = status.indexOf(KILOBYTES, from);
        // A process that has ended and that nobody waited for holds nothing, and says so by leaving the line out.
        return from < 0
                ? 0
                : Long.parseLong(status.substring(from + RESIDENT.length(), until)
                                .strip())
                        << 10;
    }

    private static LongStream children(Path threads) throws IOException {
        try (Stream<Path> all = Files.list(threads)) {
            return all.toList().stream().flatMapToLong(ProcessMemory::startedBy);
        }
    }

    private static LongStream startedBy(Path thread) {
        try {
            return Arrays.stream(Files.readString(thread.resolve("children")).split(" "))
                    .filter(pid -> !pid.isBlank())
                    .mapToLong(Long::parseLong);
        } catch (IOException e) {
            // A thread that ended meanwhile.
            return LongStream.empty();
        }
    }
}
