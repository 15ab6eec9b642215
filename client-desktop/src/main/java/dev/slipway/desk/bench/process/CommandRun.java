package dev.slipway.desk.bench.process;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.worker.ProcessMemory;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands one after the other and measures them; what they print goes into a log beside their files. */
public final class CommandRun {
    private static final int LAST_LINES = 5;

    private final CancelSignal cancel;
    private final Path log;
    private final Duration between;

    /** @param between two looks at the memory */
    public CommandRun(CancelSignal cancel, Path log, Duration between) {
        this.cancel = cancel;
        this.log = log;
        this.between = between;
    }

    public Usage run(List<List<String>> commands) {
        List<Usage.MemorySample> memory = new ArrayList<>();
        double cpuBefore = ChildTime.seconds();
        long started = System.nanoTime();
        try {
            for (List<String> command : commands) {
                run(command, started, memory);
            }
        } catch (IOException e) {
            throw new DeskException(ProblemCode.CONFIGURATION, "The bench cannot start " + commands + ".", e);
        }
        long peak = memory.stream().mapToLong(Usage.MemorySample::bytes).max().orElse(0);
        return new Usage(ChildTime.seconds() - cpuBefore, since(started), peak, memory);
    }

    private void run(List<String> command, long started, List<Usage.MemorySample> memory) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        try {
            while (!process.waitFor(between.toMillis(), TimeUnit.MILLISECONDS)) {
                cancel.throwIfCancelled();
                memory.add(new Usage.MemorySample(since(started), ProcessMemory.residentBytes(process.pid())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException(ProblemCode.CANCELLED, "The bench was interrupted.", e);
        } finally {
            process.destroy();
        }
        if (process.exitValue() != 0) {
            throw failed(command, process.exitValue());
        }
    }

    private DeskException failed(List<String> command, int status) throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new DeskException(
                ProblemCode.CONFIGURATION,
                "A command of the bench ended with status " + status + ": " + Shell.quoted(command) + ". It said: "
                        + String.join(" / ", last) + ".");
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
