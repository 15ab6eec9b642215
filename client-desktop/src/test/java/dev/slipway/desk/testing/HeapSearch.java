package dev.slipway.desk.testing;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for texts in what this process holds reachable. It keeps them masked itself, and compares with what it masks anew
 * while it reads: otherwise it would find its own.
 */
public final class HeapSearch {
    private static final int MASK = 0x5A;
    private static final int CHUNK = 1 << 20;
    /** As Java's strings and arrays of characters lie in a dump, on machines of either byte order. */
    private static final List<Charset> AS_TEXT =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final List<Wanted> wanted = new ArrayList<>();

    private record Wanted(String name, byte[] masked) {
        boolean isAt(byte[] bytes, int at) {
            for (int i = 0; i < masked.length; i++) {
                if ((byte) (bytes[at + i] ^ MASK) != masked[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param name is told where the text is found */
    public void lookFor(String name, char[] text) {
        for (Charset charset : AS_TEXT) {
            byte[] bytes = new String(text).getBytes(charset);
            lookFor(name + " in " + charset, bytes);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    public void lookFor(String name, byte[] bytes) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= MASK;
        }
        wanted.add(new Wanted(name, masked));
    }

    /** Collects what nothing holds, then looks at all the rest. */
    public Set<String> found(Path folder) throws IOException {
        Path dump = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        try {
            return search(dump);
        } finally {
            Files.delete(dump);
        }
    }

    private Set<String> search(Path dump) throws IOException {
        int longest =
                wanted.stream().mapToInt(each -> each.masked().length).max().orElseThrow();
        boolean[] begins = new boolean[256];
        wanted.forEach(each -> begins[(each.masked()[0] ^ MASK) & 0xFF] = true);
        Set<String> found = new TreeSet<>();
        byte[] bytes = new byte[CHUNK + longest];
        try (InputStream in = Files.newInputStream(dump)) {
            int kept = 0;
            int came = in.readNBytes(bytes, kept, CHUNK);
            while (came > 0) {
                int end = kept + came;
                // What is behind the end is of an earlier chunk: the last bytes are looked at again with the next one.
                Arrays.fill(bytes, end, bytes.length, (byte) 0);
                for (int at = 0; at < end; at++) {
                    if (begins[bytes[at] & 0xFF]) {
                        addThoseAt(bytes, at, found);
                    }
                }
                kept = Math.min(end, longest - 1);
                System.arraycopy(bytes, end - kept, bytes, 0, kept);
                came = in.readNBytes(bytes, kept, CHUNK);
            }
        }
        return found;
    }

    private void addThoseAt(byte[] bytes, int at, Set<String> found) {
        for (Wanted each : wanted) {
            if (at + each.masked().length <= bytes.length && each.isAt(bytes, at)) {
                found.add(each.name());
            }
        }
    }
}
