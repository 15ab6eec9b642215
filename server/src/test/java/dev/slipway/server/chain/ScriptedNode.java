package dev.slipway.server.chain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** A node that answers what it is told to, for tests of nodes that are broken. */
public final class ScriptedNode implements AutoCloseable {
    private final HttpServer server;

    private ScriptedNode(Function<String, Answer> script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(script.apply(Json.LENIENT.readTree(question).path("method").asString()), exchange);
        });
        server.start();
    }

    private record Answer(int status, String body) {}

    /** The same to every question. */
    public static ScriptedNode answering(int status, String body) throws IOException {
        return new ScriptedNode(method -> new Answer(status, body));
    }

    /** Results in JSON by method. */
    public static ScriptedNode with(Map<String, String> results) throws IOException {
        return new ScriptedNode(method -> new Answer(
                200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + results.getOrDefault(method, "null") + "}"));
    }

    private static void send(Answer answer, HttpExchange exchange) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public URI rpc() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
