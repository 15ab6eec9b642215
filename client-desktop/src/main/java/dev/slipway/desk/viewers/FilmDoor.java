package dev.slipway.desk.viewers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One film on a free port of 127.0.0.1 until it is closed, for the player in this process. Its path has a secret, and only
 * what the playlists name is given out, to whoever asks for this very host.
 */
final class FilmDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FilmDoor.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int SECRET_BYTES = 16;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int GONE = 410;

    private final FinishedFilm film;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String authority;
    private final String way;

    private FilmDoor(FinishedFilm film, HttpServer server, SecureRandom random) {
        this.film = film;
        this.server = server;
        this.authority = "127.0.0.1:" + server.getAddress().getPort();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        this.way = "/" + HexFormat.of().formatHex(secret) + "/";
    }

    static FilmDoor open(FinishedFilm film, SecureRandom random) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        FilmDoor door = new FilmDoor(film, server, random);
        server.setExecutor(door.threads);
        server.createContext("/", door::answer);
        server.start();
        return door;
    }

    /** Of the master playlist. */
    URI link() {
        return URI.create("http://" + authority + way + FinishedFilm.MASTER);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            boolean isOurs =
                    List.of(authority).equals(exchange.getRequestHeaders().get("Host"));
            if (!isOurs || !path.startsWith(way)) {
                send(exchange, NOT_FOUND, "text/plain", new byte[0]);
                return;
            }
            String name = path.substring(way.length());
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                send(exchange, NOT_ALLOWED, "text/plain", new byte[0]);
            } else if (film.texts().containsKey(name)) {
                byte[] text = film.texts().get(name).getBytes(StandardCharsets.UTF_8);
                send(exchange, OK, "application/vnd.apple.mpegurl", text);
            } else if (film.slices().containsKey(name)) {
                send(exchange, film.slices().get(name));
            } else {
                send(exchange, NOT_FOUND, "text/plain", new byte[0]);
            }
        } catch (RuntimeException e) {
            // The boundary of the connection's thread: nobody above it would hear.
            LOG.error("The finished film could not be handed to the player", e);
        }
    }

    private void send(HttpExchange exchange, SlicedPlaylist.Slice slice) throws IOException {
        ByteBuffer bytes;
        try (FileChannel file = FileChannel.open(film.folder().resolve(slice.file()), StandardOpenOption.READ)) {
            if (slice.from() + slice.length() > file.size()) {
                // Before memory is taken for what a playlist only claims.
                send(exchange, GONE, "text/plain", new byte[0]);
                return;
            }
            bytes = ByteBuffer.allocate(Math.toIntExact(slice.length()));
            while (bytes.hasRemaining() && file.read(bytes, slice.from() + bytes.position()) >= 0) {
                // Until it is full or the file ends before it should.
            }
        }
        send(exchange, bytes.hasRemaining() ? GONE : OK, "video/mp4", bytes.array());
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
        boolean isEmpty = body.length == 0 || status != OK;
        if (exchange.getRequestMethod().equals("HEAD") || isEmpty) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(isEmpty ? 0 : body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
