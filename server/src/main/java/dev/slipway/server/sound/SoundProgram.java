package dev.slipway.server.sound;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.SoundSettings;
import dev.slipway.server.configuration.StartRefused;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * The operator's own program for sound (docs/moderation.md). It gets the name of a WAV file and answers with a line of
 * JSON on standard output. It has the rights of the server and none of its environment but where programs and the home
 * folder are. Whatever it does but answer makes a person listen.
 */
@Component
final class SoundProgram {
    private static final Logger log = LoggerFactory.getLogger(SoundProgram.class);
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ");
    private static final int MOST_ANSWER_BYTES = 64 << 10;
    private static final int MOST_LOG_BYTES = 4 << 10;
    private static final String UNINTELLIGIBLE = "gave no answer that can be understood";
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final @Nullable Path program;
    private final Duration limit;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** @throws StartRefused where there is to be a program and is none */
    SoundProgram(SoundSettings settings) {
        Path named = settings.soundCheck();
        this.program = named == null ? null : named.toAbsolutePath().normalize();
        this.limit = settings.soundCheckLimit();
        if (program != null && (!Files.isRegularFile(program) || !Files.isExecutable(program))) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    program + " is no program that can be run. Name another one in SLIPWAY_SOUND_CHECK, or none.");
        }
    }

    boolean isThere() {
        return program != null;
    }

    /** For all sound files of one publication together. */
    Duration limit() {
        return limit;
    }

    /**
     * Blocks until it has answered or its time is over.
     *
     * @param left how long it may take for this file
     * @throws CancellationException when the server stops
     */
    SoundAnswer ask(Path file, Duration left) {
        if (program == null) {
            throw new IllegalStateException("there is no program to ask");
        }
        try {
            Process process = start(program, file);
            running.add(process);
            if (stopping) {
                // Whoever ended the others did not know of this one.
                end(process);
            }
            try {
                return answer(process, left);
            } finally {
                end(process);
                running.remove(process);
            }
        } catch (IOException e) {
            log.error("{} cannot be started: {}", program, e.getMessage());
            return unjudged("cannot be started");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        running.forEach(SoundProgram::end);
    }

    private static Process start(Path program, Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), file.toString());
        builder.directory(Objects.requireNonNull(file.getParent()).toFile());
        builder.environment().keySet().retainAll(PASSED_ON);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private SoundAnswer answer(Process process, Duration left) throws InterruptedException {
        FutureTask<String> output = reader(process.getInputStream(), MOST_ANSWER_BYTES);
        FutureTask<String> errors = reader(process.getErrorStream(), MOST_LOG_BYTES);
        boolean ended = process.waitFor(left.toNanos(), TimeUnit.NANOSECONDS);
        // Ending a process closes its streams, also where it has ended by itself and its answer is still to be read.
        String answer = ended ? text(output) : "";
        end(process);
        if (stopping) {
            throw stopped();
        }
        if (!ended) {
            log.warn("{} took longer than {}: {}", program, left, text(errors));
            return unjudged("took longer than " + limit.toSeconds() + " s for the whole video");
        }
        if (process.exitValue() != 0) {
            log.warn("{} ended with status {}: {}", program, process.exitValue(), text(errors));
            return unjudged("ended with status " + process.exitValue());
        }
        return parse(answer);
    }

    private SoundAnswer parse(String answer) {
        try {
            SoundAnswer parsed = Json.STRICT.readValue(answer, SoundAnswer.class);
            return parsed == null ? unjudged(UNINTELLIGIBLE) : parsed;
        } catch (JacksonException | IllegalArgumentException e) {
            log.warn("{} gave no answer that can be understood: {}", program, e.getMessage());
            return unjudged(UNINTELLIGIBLE);
        }
    }

    private static SoundAnswer unjudged(String what) {
        return SoundAnswer.doubt("could not be judged, because the operator's program " + what);
    }

    private static CancellationException stopped() {
        return new CancellationException("the server is stopping; the sound is judged after its next start");
    }

    /** Reads to the end, and keeps the beginning. */
    private static FutureTask<String> reader(InputStream stream, int limit) {
        FutureTask<String> task = new FutureTask<>(() -> {
            try (stream) {
                byte[] kept = stream.readNBytes(limit);
                stream.transferTo(OutputStream.nullOutputStream());
                return new String(kept, StandardCharsets.UTF_8);
            }
        });
        Thread.ofVirtual().name("sound check").start(task);
        return task;
    }

    private static String text(FutureTask<String> task) throws InterruptedException {
        try {
            return task.get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
