package dev.slipway.desk.prepare;

import dev.slipway.media.run.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The file that keeps what engines said last before they ended badly: too long for a person, needed for a report. */
public final class EngineLog {
    /** Hundreds of endings; then the file begins anew. */
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final InstantSource clock;

    public EngineLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Adds what the engine said, if it said anything, and returns the sentence for the person, which names the file. */
    String append(MediaException failure) {
        String sentence =
                Objects.requireNonNullElse(failure.getMessage(), failure.code().title());
        List<String> lines = failure.lastLines();
        if (lines.isEmpty()) {
            return sentence;
        }
        try {
            write(Stream.concat(Stream.of("== " + clock.instant() + " " + sentence), lines.stream())
                    .toList());
            return sentence + " Its last words are in " + file + ".";
        } catch (IOException e) {
            return sentence + " Its last words were: " + lines.getLast();
        }
    }

    private void write(List<String> lines) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        boolean full = Files.exists(file) && Files.size(file) > MAX_BYTES;
        Files.write(
                file,
                lines,
                StandardOpenOption.CREATE,
                full ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
    }
}
