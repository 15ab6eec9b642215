package dev.slipway.server.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /health}.
 *
 * @param status the worst of the parts, but a chain that is away makes the server only degraded: payments come late,
 *     what is published goes on playing
 */
record HealthReport(Level status, Database database, Storage storage, Chain chain, Engine engine) {

    enum Level {
        UP,
        DEGRADED,
        DOWN;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Database(Level status) {}

    /**
     * The artifact store.
     *
     * @param freeBytes −1 when it cannot be told
     * @param reserveBytes what uploads never get; the status is down once no more than this is free
     */
    record Storage(Level status, long freeBytes, long reserveBytes) {}

    /** @param head the newest block, absent while the node is away */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Chain(Level status, long chainId, @Nullable Long head) {}

    /** @param isolation how the worker that decodes strangers' files is kept apart, in words */
    record Engine(String isolation) {}
}
