package dev.slipway.media.fuzz;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Verdicts in a file, a line of JSON each, so that they outlive the process that found them. */
final class VerdictFile implements AutoCloseable {
    private final Writer writer;

    private VerdictFile(Writer writer) {
        this.writer = writer;
    }

    static VerdictFile open(Path file) throws IOException {
        return new VerdictFile(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    void add(Verdict verdict) throws IOException {
        writer.write(Json.STRICT.writeValueAsString(verdict) + "\n");
        writer.flush();
    }

    /** Those whose lines are whole; what a kill left of a last line is cut away. */
    static List<Verdict> read(Path file) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            for (String line : whole.lines().toList()) {
                verdicts.add(Json.STRICT.readValue(line, Verdict.class));
            }
        }
        return verdicts;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
