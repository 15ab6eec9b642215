package dev.slipway.server.chain.devchain;

import dev.slipway.model.encoding.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON-RPC 2.0: single requests and batches, from bytes to bytes. */
final class RpcDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(RpcDispatcher.class);
    private static final int MAX_BATCH = 100;

    private final RpcMethods methods;

    RpcDispatcher(RpcMethods methods) {
        this.methods = methods;
    }

    /** Empty where every request was a notification. */
    byte[] answer(byte[] body) {
        JsonNode request;
        try {
            request = Json.STRICT.readTree(body);
        } catch (JacksonException e) {
            return bytes(error(null, RpcError.unparsable("this is not JSON: " + e.getOriginalMessage())));
        }
        if (!request.isArray()) {
            Map<String, @Nullable Object> answer = single(request);
            return answer == null ? new byte[0] : bytes(answer);
        }
        if (request.isEmpty() || request.size() > MAX_BATCH) {
            return bytes(error(null, RpcError.invalidRequest("a batch has 1 to " + MAX_BATCH + " requests")));
        }
        return batch(request);
    }

    private byte[] batch(JsonNode requests) {
        List<Map<String, @Nullable Object>> answers = new ArrayList<>();
        for (JsonNode request : requests) {
            Map<String, @Nullable Object> answer = single(request);
            if (answer != null) {
                answers.add(answer);
            }
        }
        return answers.isEmpty() ? new byte[0] : bytes(answers);
    }

    /** Null for a notification, which has no id and gets no answer. */
    private @Nullable Map<String, @Nullable Object> single(JsonNode request) {
        JsonNode id = request.get("id");
        try {
            if (!request.isObject() || !request.path("method").isString()) {
                throw RpcError.invalidRequest("expected {jsonrpc, id, method, params}");
            }
            Object result = call(request.path("method").asString(), parameters(request));
            return id == null ? null : result(id, result);
        } catch (RpcError e) {
            return request.isObject() && id == null ? null : error(id, e);
        }
    }

    private @Nullable Object call(String method, RpcParameters parameters) {
        try {
            return methods.call(method, parameters);
        } catch (UncheckedIOException e) {
            LOG.warn("The development chain cannot go on", e);
            throw RpcError.internal("the development chain cannot write to its disk");
        }
    }

    private static RpcParameters parameters(JsonNode request) {
        JsonNode given = request.get("params");
        if (given != null && !given.isArray()) {
            throw RpcError.invalidParameters("expected an array of parameters");
        }
        return new RpcParameters(given == null ? JsonNodeFactory.instance.arrayNode() : given);
    }

    private static Map<String, @Nullable Object> result(JsonNode id, @Nullable Object result) {
        Map<String, @Nullable Object> answer = envelope(id);
        answer.put("result", result);
        return answer;
    }

    private static Map<String, @Nullable Object> error(@Nullable JsonNode id, RpcError error) {
        LOG.debug("The development chain refuses: {}", error.getMessage());
        Map<String, @Nullable Object> answer = envelope(id);
        answer.put("error", Map.of("code", error.code(), "message", String.valueOf(error.getMessage())));
        return answer;
    }

    private static Map<String, @Nullable Object> envelope(@Nullable JsonNode id) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        return answer;
    }

    private static byte[] bytes(Object answer) {
        return Json.STRICT.writeValueAsBytes(answer);
    }
}
