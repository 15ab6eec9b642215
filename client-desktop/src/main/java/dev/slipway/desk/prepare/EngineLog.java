package dev.slipway.desk.prepare;

import dev.slipway.media.run.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file that keeps what engines said last before they ended badly: too long for a person, needed for a report. */
public final class EngineLog {
    /** Hundreds of endings; then the file begins anew. */
    private static final long MAX_BYTES = 1 << 20;
    /** Such as {@code #  SIGSEGV (0xb) at pc=…} and {@code # C  [libvpx.so+0x123]  vpx_encode+0x7}. */
    private static final Pattern SIGNAL_OR_FRAME = Pattern.compile("# +(SIG[A-Z]+ |EXCEPTION_|[CVJj] +\\[)");

    private final Path file;
    private final InstantSource clock;

    public EngineLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Adds what the engine said, if it said anything, and returns the sentence for the person: what happened, the most
     * telling of the last lines, and the file that has them all.
     */
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
            return sentence + " Its last words: " + telling(lines) + " (all of them: " + file + ")";
        } catch (IOException e) {
            return sentence + " Its last words: " + telling(lines);
        }
    }

    /** Of the report that Java writes when native code breaks: the signal and where; otherwise the last line. */
    private static String telling(List<String> lines) {
        String report = lines.stream()
                .filter(line -> SIGNAL_OR_FRAME.matcher(line).lookingAt())
                .limit(2)
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(", "));
        return report.isEmpty() ? lines.getLast().strip() : report;
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
