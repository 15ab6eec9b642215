package dev.slipway.media.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of finished chunks: first a line with the key of the work, then {@code output index bytes sha256 .} for each
 * chunk, forced to disk line by line. A line that a crash tore has no full stop at its end and is not believed, nor is
 * anything of a journal with another key. Thread-safe.
 */
final class Journal implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile(
            "(?<output>[a-z0-9][a-z0-9.-]{0,99}) (?<index>\\d{1,9}) (?<bytes>\\d{1,15}) (?<sha>[0-9a-f]{64}) \\.");
    /** The longest film in the shortest chunks has a tenth of it; more is no journal of ours. */
    private static final long MAX_BYTES = 64 << 20;

    private final FileChannel channel;
    private final Map<ChunkId, Entry> entries = new HashMap<>();

    /** What a chunk's file must be. */
    record Entry(long bytes, String sha256) {}

    Journal(Path file, String key) throws IOException {
        List<String> lines = readLines(file);
        boolean ours = isOf(lines, key);
        if (ours) {
            lines.forEach(this::believe);
        }
        channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        if (ours) {
            channel.position(channel.size());
            append("");
        } else {
            channel.truncate(0);
            append(head(key));
            DurableFolder.syncNameOf(file);
        }
    }

    /** Whether the file is a journal of work with this key. */
    static boolean isOf(Path file, String key) throws IOException {
        return isOf(readLines(file), key);
    }

    private static boolean isOf(List<String> lines, String key) {
        return !lines.isEmpty() && lines.getFirst().equals(head(key));
    }

    private static String head(String key) {
        return "slipway-chunks-1 " + key;
    }

    private static List<String> readLines(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            return List.of();
        }
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
    }

    private void believe(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            ChunkId id = new ChunkId(matcher.group("output"), Integer.parseInt(matcher.group("index")));
            entries.put(id, new Entry(Long.parseLong(matcher.group("bytes")), matcher.group("sha")));
        }
    }

    synchronized Optional<Entry> find(ChunkId id) {
        return Optional.ofNullable(entries.get(id));
    }

    synchronized long bytes() {
        return entries.values().stream().mapToLong(Entry::bytes).sum();
    }

    synchronized void forget(ChunkId id) {
        entries.remove(id);
    }

    synchronized void record(ChunkId id, long bytes, String sha256) throws IOException {
        append("%s %d %d %s .".formatted(id.output(), id.index(), bytes, sha256));
        entries.put(id, new Entry(bytes, sha256));
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
