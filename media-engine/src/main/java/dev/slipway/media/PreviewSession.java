package dev.slipway.media;

import dev.slipway.media.preview.CommandQueue;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.media.worker.ServiceProcess;
import dev.slipway.media.worker.WorkerCommand;
import dev.slipway.media.worker.WorkerLimits;
import dev.slipway.model.encoding.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A film in the player's worker, as its caller sees it. Thread-safe. */
public final class PreviewSession implements AutoCloseable {
    private final ServiceProcess process;
    private final CommandQueue queue;

    private PreviewSession(ServiceProcess process) {
        this.process = process;
        this.queue = CommandQueue.start(process::tell);
    }

    /** Hears of a player's worker, on threads of its own. */
    public interface Listener {
        void told(PreviewEvent event);

        /**
         * The worker is gone, also where it was closed; its pictures may be looked at on.
         *
         * @param lastLines what it said last, at most 40 lines
         */
        void ended(int status, List<String> lastLines);
    }

    static PreviewSession start(WorkerCommand command, PreviewRequest request, Listener listener) {
        return new PreviewSession(ServiceProcess.start(
                command, WorkerLimits.forPreview(), WorkerMain.PREVIEW, request, new ServiceProcess.Listener() {
                    private volatile boolean ready;

                    @Override
                    public void told(JsonNode value) {
                        PreviewEvent event = Json.STRICT.treeToValue(value, PreviewEvent.class);
                        ready = ready || !(event instanceof PreviewEvent.Opening);
                        listener.told(event);
                    }

                    @Override
                    public boolean isReady() {
                        return ready;
                    }

                    @Override
                    public void ended(int status, List<String> lastLines) {
                        listener.ended(status, lastLines);
                    }
                }));
    }

    /** Does not wait for anything, also where the worker stands still; a worker that is gone hears nothing. */
    public void tell(PreviewCommand command) {
        queue.add(command);
    }

    /** Of the worker. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        queue.close();
        process.close();
    }
}
