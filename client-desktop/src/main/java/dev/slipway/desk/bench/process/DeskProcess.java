package dev.slipway.desk.bench.process;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.worker.ProcessMemory;
import dev.slipway.model.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Our own window in a process and a folder of its own. */
public final class DeskProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final int BETWEEN_LOOKS_MILLIS = 200;

    private final Process process;
    private final CompletableFuture<Double> shown = new CompletableFuture<>();

    private DeskProcess(Process process) {
        this.process = process;
    }

    /**
     * @param home its folder, where another window's would be found open
     * @param log gets what it says beside its events
     */
    public static DeskProcess start(List<String> command, Path home, Path log) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(Map.of("SLIPWAY_HOME", home.toString()));
            long started = System.nanoTime();
            DeskProcess desk = new DeskProcess(builder.start());
            Thread.ofVirtual().start(() -> desk.listen(started));
            return desk;
        } catch (IOException e) {
            throw new DeskException(ProblemCode.CONFIGURATION, "The bench cannot start " + command + ".", e);
        }
    }

    private void listen(long started) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"event\":\"window\"") && line.contains("\"opened\":true")) {
                    shown.complete((System.nanoTime() - started) / 1e9);
                }
            }
            shown.completeExceptionally(new IOException("the window's process ended before there was a window"));
        } catch (IOException e) {
            shown.completeExceptionally(e);
        }
    }

    /** From its start until somebody can see it. Blocking. */
    public double secondsUntilShown(CancelSignal cancel) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            cancel.throwIfCancelled();
            try {
                return shown.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not yet.
            } catch (ExecutionException e) {
                throw new DeskException(
                        ProblemCode.CONFIGURATION,
                        "The bench cannot open a window: " + e.getMessage() + ". See the bench's log.",
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DeskException(ProblemCode.CANCELLED, "The bench was interrupted.", e);
            }
        }
        throw new DeskException(
                ProblemCode.CONFIGURATION,
                "There was no window within " + PATIENCE_SECONDS + " s; see the bench's log.");
    }

    /** So far, of it and of its workers that are at work. */
    public double cpuSeconds() {
        return ProcessTime.seconds(process.toHandle())
                + process.descendants().mapToDouble(ProcessTime::seconds).sum();
    }

    /** Real memory of the window's process alone; its workers end with the film. */
    public long residentBytes() {
        return ProcessMemory.ownResidentBytes(process.pid());
    }

    /** Ends as it does when the machine is shut down, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
