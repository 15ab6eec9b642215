package dev.slipway.desk.browserwallet.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * A page on a free port of 127.0.0.1 until it is closed. The link's secret stands in the fragment, which no browser
 * sends; the page's script hands it over in a header, which no other site can set without a permission that is never
 * given (no CORS). So neither the request line nor a log nor a referrer ever has it.
 */
public final class LoopbackPage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopbackPage.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MOST_BODY_BYTES = 8 * 1024;
    private static final int MOMENT_SECONDS = 1;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Door door;
    private final OneTab tab;
    private final Map<String, Supplier<Reply>> files;
    private final Map<String, Route<?>> routes = new HashMap<>();

    private LoopbackPage(HttpServer server, PageFiles files, List<Route<?>> routes, SecureRandom random) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.door = new Door("127.0.0.1:" + server.getAddress().getPort());
        this.tab = new OneTab(random);
        this.files = Map.of("/", files::page, "/page.css", files::style, "/page.js", files::script);
        routes.forEach(route -> this.routes.put(route.path(), route));
    }

    /**
     * @param language as the html element names it (BCP 47)
     * @param texts what the page says, by key
     */
    public static LoopbackPage open(
            String language, Map<String, String> texts, List<Route<?>> routes, SecureRandom random) throws IOException {
        PageFiles files = new PageFiles(language, texts, random);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        LoopbackPage page = new LoopbackPage(server, files, routes, random);
        server.setExecutor(page.threads);
        server.createContext("/", page::answer);
        server.start();
        return page;
    }

    /** A link for one tab. Links that were given before, and the tab that took one, are cut off. */
    public URI newLink() {
        return URI.create("http://" + door.authority() + "/#" + tab.renew());
    }

    /** Takes no request from now on; those that are being answered have a moment left, so that the page hears the end. */
    @Override
    public void close() {
        server.stop(MOMENT_SECONDS);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = reply(exchange);
            } catch (Refusal e) {
                reply = Reply.refused(e.status(), e.code());
            } catch (RuntimeException e) {
                // The boundary of the connection's thread: nobody above it would hear.
                LOG.error("The browser wallet's page could not be answered", e);
                reply = Reply.refused(500, "internal");
            }
            reply.send(exchange, files.containsKey(exchange.getRequestURI().getRawPath()) ? "GET" : "POST");
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        door.requireOurHost(exchange);
        door.requireOurSite(exchange);
        String path = exchange.getRequestURI().getRawPath();
        if (exchange.getRequestURI().getRawQuery() != null) {
            throw new Refusal(404, "path");
        }
        @Nullable Supplier<Reply> file = files.get(path);
        if (file != null) {
            requireMethod(exchange, "GET");
            return file.get();
        }
        @Nullable Route<?> route = routes.get(path);
        if (route == null) {
            throw new Refusal(404, "path");
        }
        requireMethod(exchange, "POST");
        door.requireOurPage(exchange);
        requireTab(exchange, route);
        return Reply.json(said(route, body(exchange)));
    }

    private void requireTab(HttpExchange exchange, Route<?> route) {
        @Nullable List<String> token = exchange.getRequestHeaders().get("X-Slipway-Token");
        @Nullable List<String> own = exchange.getRequestHeaders().get("X-Slipway-Tab");
        if (route.entering()) {
            tab.enter(token, own);
        } else {
            tab.require(token, own);
        }
    }

    private static void requireMethod(HttpExchange exchange, String method) {
        if (!exchange.getRequestMethod().equals(method)) {
            throw new Refusal(405, "method");
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            throw new Refusal(413, "length");
        }
        return body;
    }

    private static <T> Object said(Route<T> route, byte[] body) {
        T words;
        try {
            words = Json.STRICT.readValue(body, route.body());
        } catch (JacksonException e) {
            LOG.debug("The page said something that is not understood", e);
            throw new Refusal(400, "json");
        }
        if (words == null) {
            throw new Refusal(400, "json");
        }
        return route.answer().apply(words);
    }
}
