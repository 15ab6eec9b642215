package dev.slipway.desk.ethereum;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Ethereum's JSON-RPC over HTTP, one call at a time. */
final class JsonRpc {
    private static final MediaType JSON = MediaType.get("application/json");
    /** No answer that the desk asks for comes near it. */
    static final long USUAL_ANSWER = 1 << 20;
    /** A whole block with its transactions. */
    static final long BLOCK_ANSWER = 32 << 20;

    private final OkHttpClient http;
    private final URI endpoint;

    JsonRpc(OkHttpClient http, URI endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    /**
     * @return the {@code result} member, a null node where the answer is null
     * @throws RefusedCall when the node answers with an error
     */
    JsonNode call(String method, List<?> parameters) {
        return call(method, parameters, USUAL_ANSWER);
    }

    /** @param mostBytes an answer that is longer is no answer */
    JsonNode call(String method, List<?> parameters, long mostBytes) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jsonrpc", "2.0");
        body.put("id", 1);
        body.put("method", method);
        body.put("params", parameters);
        Request request = new Request.Builder()
                .url(endpoint.toString())
                .post(RequestBody.create(Json.LENIENT.writeValueAsBytes(body), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return result(method, Json.LENIENT.readTree(bounded(response, mostBytes)));
        } catch (IOException e) {
            throw unavailable(e.getMessage(), e);
        } catch (JacksonException e) {
            throw unavailable("its answer is not JSON", e);
        }
    }

    private JsonNode result(String method, JsonNode answer) {
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            throw new RefusedCall(method, error.path("message").asString("no reason given"));
        }
        if (!answer.has("result")) {
            throw unavailable("its answer to " + method + " has no result", null);
        }
        return answer.path("result");
    }

    private static byte[] bounded(Response response, long mostBytes) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(mostBytes + 1)) {
            throw new IOException("its answer is larger than " + mostBytes + " bytes");
        }
        return source.readByteArray();
    }

    private DeskException unavailable(@Nullable String why, @Nullable Throwable cause) {
        String message = "The chain's node at " + endpoint + " does not answer (" + why
                + "). Check that it runs, or name another with --chain-rpc.";
        return cause == null
                ? new DeskException(ProblemCode.CHAIN_UNAVAILABLE, message)
                : new DeskException(ProblemCode.CHAIN_UNAVAILABLE, message, cause);
    }

    /** The node is there and says no. */
    static final class RefusedCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedCall(String method, String reason) {
            super(method + ": " + reason);
        }

        boolean says(String words) {
            return String.valueOf(getMessage())
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(words);
        }
    }
}
