package dev.slipway.media.worker;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds out, by running a real worker in it, whether bubblewrap works on this machine. The worker unpacks FFmpeg's
 * libraries first, outside, because inside it may write nowhere.
 */
public final class SandboxProbe {
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin/bwrap"), Path.of("/usr/local/bin/bwrap"));
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WorkerCommand command;
    private final WorkerProcess.Job<String> loadLibraries;

    /**
     * @param command how a worker is started outside of any sandbox
     * @param loadLibraries a job that loads FFmpeg's libraries and answers with anything
     */
    public SandboxProbe(WorkerCommand command, WorkerProcess.Job<String> loadLibraries) {
        this.command = command;
        this.loadLibraries = loadLibraries;
    }

    /** The best that works here. Takes a second or two. */
    public Sandbox best() {
        load(command).orElseThrow();
        Optional<Path> program = PROGRAMS.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            return new Sandbox.ProcessOnly("Bubblewrap (bwrap) is not installed; with it they could see no network.");
        }
        Sandbox bubblewrap = new Sandbox.Bubblewrap(program.get());
        return switch (load(command.inside(bubblewrap))) {
            case WorkerOutcome.Finished<String> works -> bubblewrap;
            case WorkerOutcome.NeverBegan<String>(String end, List<String> lines) ->
                new Sandbox.ProcessOnly(
                        "Bubblewrap does not work here: " + (lines.isEmpty() ? "it " + end : lines.getLast()));
            case WorkerOutcome.Crashed<String>(int exitCode, List<String> lines) ->
                new Sandbox.ProcessOnly(
                        "Bubblewrap does not work here: " + (lines.isEmpty() ? "status " + exitCode : lines.getLast()));
            case WorkerOutcome<String> other -> new Sandbox.ProcessOnly("Bubblewrap does not work here: " + other);
        };
    }

    private WorkerOutcome<String> load(WorkerCommand worker) {
        WorkerLimits limits = WorkerLimits.forCheck().withWall(PATIENCE);
        return new WorkerProcess(worker, limits).run(loadLibraries, ProgressListener.silent(), new Cancellation());
    }
}
