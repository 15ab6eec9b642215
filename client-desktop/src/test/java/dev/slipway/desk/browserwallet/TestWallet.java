package dev.slipway.desk.browserwallet;

import dev.slipway.desk.testing.ChainNode;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The inside of a wallet extension: keeps which chain it is on and which page may see its account, and has anvil sign
 * and send with an account whose key anvil holds. A test can have it refuse, or answer nothing, the next time it is
 * asked. Any thread may ask, one at a time.
 */
final class TestWallet {
    /** The first account of the phrase that every development chain funds. */
    static final Address ACCOUNT = new Address("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");

    static final String CHAIN = "0x7a69";

    private final ChainNode node;
    private final Map<String, Deque<String>> next = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private String chain = CHAIN;
    private boolean knowsChain = true;
    private boolean connected;

    TestWallet(ChainNode node) {
        this.node = node;
    }

    /** The next time it is asked for that, it says no with this code, and nothing happens. */
    synchronized void refuse(String method, int code, String message) {
        queue(method).add(Json.STRICT.writeValueAsString(Map.of("error", Map.of("code", code, "message", message))));
    }

    /** The next time it is asked for that, it does it and never says so. */
    synchronized void swallowAnswer(String method) {
        queue(method).add("{\"silent\":true,\"done\":true}");
    }

    /** The next time it is asked for that, its window stays open for ever. */
    synchronized void neverAnswer(String method) {
        queue(method).add("{\"silent\":true}");
    }

    /** The next time it is asked for that, it answers with this and does nothing. */
    synchronized void lie(String method, String result) {
        queue(method).add(Json.STRICT.writeValueAsString(Map.of("result", result)));
    }

    synchronized void beOn(String otherChain) {
        chain = otherChain;
    }

    synchronized void forgetChain() {
        chain = "0x1";
        knowsChain = false;
    }

    /** How often a page asked for that. */
    synchronized long asked(String method) {
        return asked.stream().filter(method::equals).count();
    }

    /** One request of the page and its answer, both as JSON. */
    synchronized String answer(String request) {
        JsonNode call = Json.LENIENT.readTree(request);
        String method = call.path("method").asString();
        asked.add(method);
        @Nullable String instead = queue(method).poll();
        if (instead != null && !instead.contains("\"done\"")) {
            return instead;
        }
        String answer = act(method, call.path("params"));
        return instead == null ? answer : instead;
    }

    private String act(String method, JsonNode parameters) {
        return switch (method) {
            case "eth_requestAccounts" -> {
                connected = true;
                yield result(List.of(ACCOUNT.hex()));
            }
            case "eth_accounts" -> result(connected ? List.of(ACCOUNT.hex()) : List.of());
            case "eth_chainId" -> result(chain);
            case "wallet_switchEthereumChain" ->
                knowsChain
                        ? switchTo(parameters.path(0).path("chainId").asString())
                        : "{\"error\":{\"code\":4902,\"message\":\"Unrecognized chain\"}}";
            case "wallet_addEthereumChain" -> {
                knowsChain = true;
                yield switchTo(parameters.path(0).path("chainId").asString());
            }
            case "eth_signTypedData_v4" -> sign(parameters);
            default -> ask(method, parameters.toString());
        };
    }

    /** Wallets take the typed data as text, anvil as an object. */
    private String sign(JsonNode parameters) {
        ArrayNode asObject = Json.LENIENT.createArrayNode();
        asObject.add(parameters.path(0));
        asObject.add(Json.LENIENT.readTree(parameters.path(1).asString()));
        return ask("eth_signTypedData_v4", asObject.toString());
    }

    private String switchTo(String other) {
        chain = other;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("result", null);
        answer.put("changed", other);
        return Json.STRICT.writeValueAsString(answer);
    }

    private String ask(String method, String parameters) {
        try {
            return node.call(method, parameters);
        } catch (IOException e) {
            throw new AssertionError("anvil does not answer " + method, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Deque<String> queue(String method) {
        return next.computeIfAbsent(method, _ -> new ArrayDeque<>());
    }

    private static String result(Object value) {
        return Json.STRICT.writeValueAsString(Map.of("result", value));
    }
}
