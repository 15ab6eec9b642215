package dev.slipway.server.testing;

import dev.slipway.model.encoding.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The server as a process of its own, from this test's class path. Closing kills it, and nothing of it is left. */
public final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader lines;

    private ServerProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    public static ServerProcess start(Path data, int port, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slipway.server.SlipwayServer"));
        command.addAll(List.of("--json", "--data", data.toString(), "--port", Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    /** The next line of standard output, which is JSON; fails when the process ends without one. */
    public JsonNode nextEvent() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new AssertionError("the server ended and said nothing");
        }
        return Json.LENIENT.readTree(line);
    }

    /** Waits until it answers. */
    public URI awaitReady() throws IOException {
        JsonNode event = nextEvent();
        if (!event.path("event").asString().equals("ready")) {
            throw new AssertionError("expected ready, got " + event);
        }
        return URI.create(event.path("serverUrl").asString());
    }

    /** As {@code kill -9} does; what it started goes on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    /** As Ctrl-C does. */
    public void stop() throws InterruptedException {
        process.destroy();
        awaitExit();
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
