package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A program that runs, with the JSON lines it has printed so far. Closing it kills it and what it started. */
final class Launched implements AutoCloseable {
    private static final int LOG_LINES = 200;

    private final Process process;
    private final List<JsonNode> lines = new ArrayList<>();
    private final Deque<String> log = new ArrayDeque<>();
    private final Thread reader;

    private Launched(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(() -> read(process.getInputStream(), this::keepLine));
        Thread.ofVirtual().start(() -> read(process.getErrorStream(), this::keepLog));
    }

    static Launched start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SLIPWAY_"));
        builder.environment().putAll(environment);
        return new Launched(builder.start());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The first line that fits, printed already or yet to come. */
    JsonNode await(String what, Duration limit, Predicate<JsonNode> fits) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (lines) {
            Optional<JsonNode> found = find(fits);
            while (found.isEmpty() && (process.isAlive() || reader.isAlive()) && System.nanoTime() < deadline) {
                lines.wait(200);
                found = find(fits);
            }
            return found.orElseThrow(() -> new AssertionError("no line with " + what + " came; " + told()));
        }
    }

    JsonNode awaitEvent(String event, Duration limit) throws InterruptedException {
        return await("event " + event, limit, line -> isEvent(line, event));
    }

    static boolean isEvent(JsonNode line, String event) {
        return event.equals(line.path("event").asString(""));
    }

    /** Waits for the end; the exit code. */
    int exit(Duration limit) throws InterruptedException {
        assertThat(process.waitFor(limit.toSeconds(), TimeUnit.SECONDS))
                .as("ends within %s; %s", limit, told())
                .isTrue();
        reader.join();
        return process.exitValue();
    }

    JsonNode last() {
        synchronized (lines) {
            assertThat(lines).as("JSON lines; %s", told()).isNotEmpty();
            return lines.getLast();
        }
    }

    /** SIGKILL to this program alone: what it started must notice by itself. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C on a terminal ends it. */
    void stop(Duration limit) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("did not stop within " + limit + "; " + told());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String told() {
        synchronized (lines) {
            synchronized (log) {
                return "it printed " + lines + "\n and said\n" + String.join("\n", log);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly().waitFor();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private Optional<JsonNode> find(Predicate<JsonNode> fits) {
        return lines.stream().filter(fits).findFirst();
    }

    private void keepLine(String text) {
        JsonNode line = parse(text);
        synchronized (lines) {
            if (line != null) {
                lines.add(line);
                lines.notifyAll();
            }
        }
        if (line == null) {
            keepLog(text);
        }
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            return Json.STRICT.readTree(text);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private void keepLog(String text) {
        synchronized (log) {
            log.add(text);
            if (log.size() > LOG_LINES) {
                log.remove();
            }
        }
    }

    private static void read(InputStream stream, Consumer<String> each) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(each);
        } catch (IOException | java.io.UncheckedIOException ended) {
            each.accept("(the stream ended: " + ended.getMessage() + ")");
        }
    }
}
