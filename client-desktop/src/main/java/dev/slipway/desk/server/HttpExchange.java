package dev.slipway.desk.server;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import tools.jackson.core.JacksonException;

/** One request and its bounded answer, with failures as sentences. Repeats what the network or a restart broke, and waits where it is told to. */
final class HttpExchange {
    private static final long MAX_ANSWER = 4 << 20;
    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

    private final OkHttpClient http;
    private final ServerOrigin server;
    private final CancelSignal cancel;

    HttpExchange(OkHttpClient http, ServerOrigin server, CancelSignal cancel) {
        this.http = http;
        this.server = server;
        this.cancel = cancel;
    }

    /**
     * For requests that do no harm when they arrive twice.
     *
     * @throws ServerProblem when the server refuses
     * @throws DeskException {@code server-unreachable} when it is away
     */
    byte[] repeatable(Request request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(request);
            } catch (DeskException e) {
                if (attempt == TRIES || !mayPass(e)) {
                    throw e;
                }
                cancel.pause(longer(FIRST_PAUSE.multipliedBy(1L << attempt), e));
            }
        }
    }

    /**
     * For requests that must not arrive twice: sent again only where the server did nothing but say when to come back.
     *
     * @throws ServerProblem when the server refuses
     * @throws DeskException {@code server-unreachable} when it is away
     */
    byte[] unrepeated(Request request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(request);
            } catch (ServerProblem e) {
                if (attempt == TRIES || !e.isForLater()) {
                    throw e;
                }
                cancel.pause(longer(Duration.ZERO, e));
            }
        }
    }

    private static Duration longer(Duration pause, DeskException reason) {
        Duration wished =
                reason instanceof ServerProblem problem ? problem.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        return wished.compareTo(pause) > 0 ? wished : pause;
    }

    private byte[] once(Request request) {
        cancel.throwIfCancelled();
        Call call = http.newCall(request);
        try (var unused = cancel.during(call::cancel);
                Response response = call.execute()) {
            byte[] body = bounded(response);
            if (!response.isSuccessful()) {
                throw ServerProblem.of(response.code(), body, response.header("Retry-After"));
            }
            return body;
        } catch (IOException e) {
            cancel.throwIfCancelled();
            throw new DeskException(
                    ProblemCode.SERVER_UNREACHABLE,
                    "The server at " + server + " does not answer (" + e.getMessage()
                            + "). Check the address and that it runs, then run the same command again.",
                    e);
        }
    }

    <T> T read(byte[] body, Class<T> type) {
        try {
            return Json.LENIENT.readValue(body, type);
        } catch (JacksonException e) {
            throw new DeskException(
                    ProblemCode.SERVER_UNREACHABLE,
                    "The server at " + server + " answers with something that is no Slipway reply.",
                    e);
        }
    }

    private static boolean mayPass(DeskException e) {
        return e instanceof ServerProblem problem
                ? problem.isTransient()
                : e.code() == ProblemCode.SERVER_UNREACHABLE && e.getCause() instanceof IOException;
    }

    private static byte[] bounded(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(MAX_ANSWER + 1)) {
            throw new IOException("its answer is larger than " + MAX_ANSWER + " bytes");
        }
        return source.readByteArray();
    }
}
