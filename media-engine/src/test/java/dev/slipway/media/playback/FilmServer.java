package dev.slipway.media.playback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Any web server with byte ranges (RFC 9110, section 14), on loopback and a free port: films need nothing more. Folders
 * are served under names.
 */
final class FilmServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_FOUND = 404;
    private static final int NOT_SATISFIABLE = 416;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "mjs", "text/javascript",
            "js", "text/javascript",
            "mp4", "video/mp4",
            "m3u8", "application/vnd.apple.mpegurl",
            "mpd", "application/dash+xml",
            "vtt", "text/vtt");

    private final Map<String, Path> folders;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private FilmServer(Map<String, Path> folders, HttpServer server) {
        this.folders = folders;
        this.server = server;
    }

    /** @param folders by the first name of an address's path */
    static FilmServer start(Map<String, Path> folders) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FilmServer films = new FilmServer(folders, http);
        http.setExecutor(films.threads);
        http.createContext("/", films::answer);
        http.start();
        return films;
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = fileOf(exchange.getRequestURI().getPath());
            if (file == null || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else {
                send(exchange, file);
            }
        }
    }

    private @Nullable Path fileOf(String path) {
        String[] names = path.split("/", 3);
        Path folder = names.length == 3 ? folders.get(names[1]) : null;
        if (folder == null) {
            return null;
        }
        Path file = folder.resolve(names[2]).normalize();
        return file.startsWith(folder) ? file : null;
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        long size = Files.size(file);
        var headers = exchange.getResponseHeaders();
        String name = file.getFileName().toString();
        headers.set(
                "Content-Type",
                TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        headers.set("Accept-Ranges", "bytes");
        String wanted = exchange.getRequestHeaders().getFirst("Range");
        if (wanted == null) {
            send(exchange, file, OK, 0, size);
            return;
        }
        Matcher range = RANGE.matcher(wanted);
        if (!range.matches() || Long.parseLong(range.group(1)) >= size) {
            exchange.sendResponseHeaders(NOT_SATISFIABLE, -1);
            return;
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        headers.set("Content-Range", "bytes " + first + "-" + last + "/" + size);
        send(exchange, file, PARTIAL, first, last + 1);
    }

    private static void send(HttpExchange exchange, Path file, int status, long from, long until) throws IOException {
        exchange.sendResponseHeaders(status, until - from);
        try (FileChannel channel = FileChannel.open(file);
                OutputStream body = exchange.getResponseBody()) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(until - from));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
            Channels.newChannel(body).write(bytes.flip());
        }
    }
}
