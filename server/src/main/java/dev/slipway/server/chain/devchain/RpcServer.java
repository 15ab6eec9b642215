package dev.slipway.server.chain.devchain;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * JSON-RPC over HTTP on loopback. A page of the open web may make a browser call loopback (by DNS rebinding also under
 * its own name), so that a Host or Origin that is not loopback is refused.
 */
final class RpcServer implements AutoCloseable {
    private static final int MAX_BODY = 1 << 20;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final RpcDispatcher dispatcher;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private RpcServer(RpcDispatcher dispatcher, HttpServer server) {
        this.dispatcher = dispatcher;
        this.server = server;
    }

    /** @throws IOException when the port is taken; 0 takes any free one */
    static RpcServer start(RpcDispatcher dispatcher, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        RpcServer rpc = new RpcServer(dispatcher, HttpServer.create(address, 0));
        rpc.server.setExecutor(rpc.threads);
        rpc.server.createContext("/", rpc::handle);
        rpc.server.start();
        return rpc;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isLocal(exchange.getRequestHeaders())) {
                answer(
                        exchange,
                        403,
                        "only pages and programs of this machine may ask".getBytes(StandardCharsets.UTF_8));
            } else if (!"POST".equals(exchange.getRequestMethod())) {
                answer(exchange, 405, new byte[0]);
            } else {
                byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
                boolean tooLarge = body.length > MAX_BODY;
                answer(exchange, tooLarge ? 413 : 200, tooLarge ? new byte[0] : dispatcher.answer(body));
            }
        }
    }

    private static boolean isLocal(Headers headers) {
        String origin = headers.getFirst("Origin");
        return isLoopback(headers.getFirst("Host")) && (origin == null || isLoopback(authority(origin)));
    }

    private static @Nullable String authority(String origin) {
        int start = origin.indexOf("://");
        return start < 0 ? null : origin.substring(start + 3);
    }

    private static boolean isLoopback(@Nullable String authority) {
        return authority != null && LOOPBACK.contains(authority.replaceFirst(":[0-9]{1,5}$", ""));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", status == 200 ? "application/json" : "text/plain");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
