package dev.slipway.desk.instance;

import dev.slipway.desk.durable.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the window of a desk's folder listens, as it wrote it down there.
 *
 * @param process its id; empty where an earlier Slipway wrote none
 */
record Address(Path socket, String process) {

    static Address read(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(file(folder));
        if (lines.isEmpty()) {
            throw new IOException(file(folder) + " is empty");
        }
        try {
            return new Address(
                    Path.of(lines.getFirst().strip()),
                    lines.size() > 1 ? lines.get(1).strip() : "");
        } catch (InvalidPathException e) {
            throw new IOException(file(folder) + " names no file", e);
        }
    }

    void write(Path folder) throws IOException {
        DurableFile.replace(file(folder), (socket + "\n" + process + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Path file(Path folder) {
        return folder.resolve("window.address");
    }
}
