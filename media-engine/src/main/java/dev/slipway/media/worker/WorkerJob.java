package dev.slipway.media.worker;

import dev.slipway.media.run.ProgressListener;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** What a worker does: one job, then it exits. */
@FunctionalInterface
public interface WorkerJob {

    /**
     * Runs on the worker's main thread. Anything thrown but a {@link dev.slipway.media.run.MediaException} ends the
     * worker and reaches the caller as a crash. Whoever wants the job to stop ends the process.
     *
     * @param arguments what the caller gave, as JSON
     * @return the result, which is written as JSON
     */
    Object run(JsonNode arguments, ProgressListener listener) throws IOException;
}
