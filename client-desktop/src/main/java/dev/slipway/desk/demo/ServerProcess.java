package dev.slipway.desk.demo;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A server as a child process. It holds the other end of our pipe, so it ends with us even when we are killed; {@link
 * #close} ends it in order.
 */
public final class ServerProcess implements Closeable {
    private static final int GRACE_SECONDS = 20;
    private static final int MAX_LINE = 16 * 1024;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * What the server says when it answers.
     *
     * @param chainRpcUrl of the development chain inside it
     */
    public record Ready(String serverUrl, @Nullable String chainRpcUrl) {}

    /** @param port 0 means any free one */
    public static ServerProcess start(Path jar, Path data, int port, Path log, CancelSignal cancel) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Xmx512m",
                "-jar",
                jar.toString(),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--json",
                "--exit-with-parent");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            ServerProcess server = new ServerProcess(process, log);
            cancel.onCancel(server::end);
            return server;
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.SERVER_UNREACHABLE, "The server cannot be started: " + e.getMessage(), e);
        }
    }

    /** Blocks until it answers or gives up. */
    public Ready awaitReady() {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        try {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode event = parse(line);
                if (event.path("event").asString("").equals("ready")) {
                    drain(lines);
                    return ready(event);
                }
                requireNoError(event);
            }
        } catch (IOException e) {
            throw new DeskException(ProblemCode.SERVER_UNREACHABLE, "The server cannot be heard: " + e.getMessage(), e);
        }
        throw new DeskException(
                ProblemCode.SERVER_UNREACHABLE, "The server ended before it was ready; its log is " + log + ".");
    }

    /** A full pipe would stop the server at its next line. */
    private static void drain(BufferedReader lines) {
        Thread.ofVirtual().name("server-output").start(() -> {
            try {
                lines.transferTo(Writer.nullWriter());
            } catch (IOException e) {
                throw new UncheckedIOException("the server's output broke off", e);
            }
        });
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end and returns at once. */
    private void end() {
        process.destroy();
    }

    @Override
    public void close() {
        end();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Ready ready(JsonNode event) {
        String chain = event.path("chainRpcUrl").asString("");
        return new Ready(event.path("serverUrl").asString(""), chain.isEmpty() ? null : chain);
    }

    private void requireNoError(JsonNode event) {
        if (event.path("event").asString("").equals("error")) {
            throw new DeskException(
                    code(event.path("code").asString("")),
                    event.path("message").asString("The server did not start.") + " (Its log is " + log + ".)");
        }
    }

    private static ProblemCode code(String text) {
        try {
            return ProblemCode.parse(text);
        } catch (IllegalArgumentException e) {
            // A code of a newer server than this desk.
            return ProblemCode.SERVER_UNREACHABLE;
        }
    }

    private static JsonNode parse(String line) {
        try {
            return Json.LENIENT.readTree(line.length() > MAX_LINE ? "{}" : line);
        } catch (JacksonException e) {
            // Something a library printed; the log has its context.
            return Json.LENIENT.createObjectNode();
        }
    }
}
