package dev.slipway.media.worker;

import dev.slipway.media.run.Cancellation;
import java.nio.file.Path;

/** A caller that starts a worker which never ends, and tells the worker's process id. */
public final class LonelyParent {
    private LonelyParent() {}

    public static void main(String[] arguments) {
        WorkerCommand command = OddJobs.command(Path.of(arguments[0]), new Sandbox.ProcessOnly("test"));
        new WorkerProcess(command, WorkerLimits.forCheck())
                .run(
                        OddJobs.job("hang", "", String.class),
                        progress -> System.out.println(progress.outputBytes().get("pid")),
                        new Cancellation());
    }
}
