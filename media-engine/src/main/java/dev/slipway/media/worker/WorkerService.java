package dev.slipway.media.worker;

import java.io.IOException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What a worker does that goes on until its caller is gone, and that is told things meanwhile. */
@FunctionalInterface
public interface WorkerService {

    /**
     * Begins; what it does goes on in threads of its own. Anything thrown, here or by what is returned, ends the worker.
     *
     * @param arguments what the caller gave, as JSON
     * @param answers takes what the caller is to be told, from any thread; it is written as JSON
     * @return takes each message of the caller, on one thread
     */
    Consumer<JsonNode> start(JsonNode arguments, Consumer<Object> answers) throws IOException;
}
