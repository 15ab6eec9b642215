package dev.slipway.media.prepare;

import dev.slipway.media.device.Devices;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.RisingProgress;
import dev.slipway.media.worker.WorkerOutcome;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a device's failure inside its driver needs: the worker that crashed or stood still with it is gone, and another
 * goes on without devices from the chunks that the first one finished in software.
 */
public final class SoftwareRetry {
    private final BiFunction<PrepareRequest, ProgressListener, WorkerOutcome<Prepared>> worker;
    private final ProgressListener listener;

    /**
     * @param worker runs the request in a process of its own and tells what it hears from there
     * @param listener hears one rising fraction, also where the second run makes again what the first one lost
     */
    public SoftwareRetry(
            BiFunction<PrepareRequest, ProgressListener, WorkerOutcome<Prepared>> worker, ProgressListener listener) {
        this.worker = worker;
        this.listener = new RisingProgress(listener);
    }

    public WorkerOutcome<Prepared> run(PrepareRequest request) {
        WorkerOutcome<Prepared> outcome = worker.apply(request, listener);
        Optional<String> end = unexpected(outcome);
        if (end.isEmpty() || request.devices().areNone()) {
            return outcome;
        }
        Notice notice = new Notice(
                Notice.DEVICE_LOST,
                "The video engine " + end.get() + " while it used a hardware device, so the rest is made in software.");
        listener.notice(notice);
        return switch (worker.apply(inSoftware(request), listener)) {
            case WorkerOutcome.Finished<Prepared>(Prepared prepared) ->
                new WorkerOutcome.Finished<>(prepared.after(notice));
            case WorkerOutcome<Prepared> other -> other;
        };
    }

    private static Optional<String> unexpected(WorkerOutcome<Prepared> outcome) {
        return switch (outcome) {
            case WorkerOutcome.Crashed<Prepared> crashed -> Optional.of("crashed");
            case WorkerOutcome.TimedOut<Prepared> stood -> Optional.of("stood still");
            case WorkerOutcome.OverMemory<Prepared> over -> Optional.of("took more memory than planned");
            default -> Optional.empty();
        };
    }

    private static PrepareRequest inSoftware(PrepareRequest request) {
        return new PrepareRequest(
                request.source(),
                request.directory(),
                request.wishes(),
                PrepareRequest.Beginning.RESUMED,
                Devices.none());
    }
}
