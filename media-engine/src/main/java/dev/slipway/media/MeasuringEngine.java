package dev.slipway.media;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.quality.Quality;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.worker.WorkerLimits;
import dev.slipway.media.worker.WorkerProcess;
import java.nio.file.Path;
import java.util.List;

/** What a benchmark asks of the engine beside its ordinary work; each call is a worker process of its own. */
public final class MeasuringEngine {
    private final MediaEngine engine;

    public MeasuringEngine(MediaEngine engine) {
        this.engine = engine;
    }

    /** FFmpeg's own program, from the build that the engine uses. */
    public Path ffmpegProgram(Cancellation cancellation) {
        return run(new WorkerProcess.Job<>(MeasuringJobs.PROGRAM, "", Path.class, List.of()), cancellation);
    }

    public Plan plan(PrepareRequest request, Cancellation cancellation) {
        return run(new WorkerProcess.Job<>(MeasuringJobs.PLAN, request, Plan.class, List.of()), cancellation);
    }

    /** @param reference is brought to the size of the other before they are compared */
    public Quality compare(Path reference, Path distorted, Cancellation cancellation) {
        var request = new MeasuringJobs.CompareRequest(reference.toAbsolutePath(), distorted.toAbsolutePath());
        return run(new WorkerProcess.Job<>(MeasuringJobs.COMPARE, request, Quality.class, List.of()), cancellation);
    }

    private <T> T run(WorkerProcess.Job<T> job, Cancellation cancellation) {
        return engine.run(job, WorkerLimits.forPrepare(), ProgressListener.silent(), cancellation)
                .orElseThrow();
    }
}
