package dev.slipway.media.worker;

import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The caller's side of a {@link WorkerService}: a worker that goes on until it is closed, and that is told things. */
public final class ServiceProcess implements AutoCloseable {
    /** Where the desktop's sound server is found; without them Java's sound reaches bare hardware only. */
    private static final Set<String> SOUND_SERVERS =
            Set.of("HOME", "XDG_RUNTIME_DIR", "PULSE_SERVER", "PULSE_RUNTIME_PATH", "PIPEWIRE_REMOTE");

    private final Process process;
    private final Conversation conversation;

    private ServiceProcess(Process process, Conversation conversation) {
        this.process = process;
        this.conversation = conversation;
    }

    /** Hears of a service, each call on a thread of its own. */
    public interface Listener {
        void told(JsonNode value);

        /** Whether it may be silent for long: until then silence means that it hangs, and it is ended. Thread-safe. */
        boolean isReady();

        /**
         * The worker is gone, also where it was closed.
         *
         * @param lastLines what it said last, at most 40 lines
         */
        void ended(int status, List<String> lastLines);
    }

    /**
     * @param service by its name in the worker's main class
     * @param arguments written as JSON
     * @param limits of which heap, real memory and the longest silence before it is ready ({@code stall}) are kept
     * @throws UncheckedIOException when no process can be started
     */
    public static ServiceProcess start(
            WorkerCommand command, WorkerLimits limits, String service, Object arguments, Listener listener) {
        JobRequest request = new JobRequest(UUID.randomUUID() + " ", service, Json.STRICT.valueToTree(arguments));
        try {
            Process process = command.start(limits, List.of(), SOUND_SERVERS);
            Conversation conversation = new Conversation(process, request, ProgressListener.silent(), listener::told);
            ServiceProcess started = new ServiceProcess(process, conversation);
            Thread.ofPlatform().name("engine " + service).daemon().start(() -> started.watch(limits, listener));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("the video engine could not be started", e);
        }
    }

    private void watch(WorkerLimits limits, Listener listener) {
        try {
            while (!process.waitFor(limits.standstill())) {
                if (!listener.isReady() && conversation.silence().compareTo(limits.stall()) > 0) {
                    conversation
                            .log()
                            .add("it said nothing for %d s before it was ready and was ended"
                                    .formatted(limits.stall().toSeconds()));
                    close();
                }
                if (ProcessMemory.residentBytes(process.pid()) > limits.residentBytes()) {
                    conversation
                            .log()
                            .add("it took more than %d MB and was ended".formatted(limits.residentBytes() >> 20));
                    close();
                }
            }
            conversation.drain();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
        listener.ended(process.exitValue(), conversation.log().lines());
    }

    /** Waits while the worker does not listen; one that is gone hears nothing. */
    public void tell(Object message) {
        conversation.say(Json.STRICT.writeValueAsString(message));
    }

    /** Of the worker, for who watches over it. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        conversation.close();
    }
}
