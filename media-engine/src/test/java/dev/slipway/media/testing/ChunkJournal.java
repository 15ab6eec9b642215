package dev.slipway.media.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What unfinished work says of itself. */
public final class ChunkJournal {
    private ChunkJournal() {}

    public static Path of(Path output) {
        return output.resolve(".work/chunks/journal");
    }

    /** The lines of finished chunks of files whose names begin so; none where no work is. */
    public static List<String> finished(Path output, String beginning) {
        if (!Files.exists(of(output))) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(of(output), StandardCharsets.ISO_8859_1)) {
            return lines.skip(1)
                    .filter(line -> line.startsWith(beginning) && line.endsWith(" ."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
