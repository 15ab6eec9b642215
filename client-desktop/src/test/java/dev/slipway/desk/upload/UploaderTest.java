package dev.slipway.desk.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploaderTest {
    private static final PublicationId PUBLICATION = PublicationId.parse("01234567-89ab-4def-8123-456789abcdef");

    @TempDir
    Path folder = Path.of("");

    private final byte[] bytes = new byte[400_000];
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final HttpServer server;
    private Path file = Path.of("");
    private long refusedAt;
    private long againAt;

    /** What goes wrong with the next PATCH. */
    private enum Fault {
        CUT_IN_THE_MIDDLE,
        REPLY_LOST,
        BUSY,
        TOO_MANY,
        BROKEN
    }

    UploaderTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/uploads/1", this::answer);
        server.start();
    }

    @BeforeEach
    void write() throws IOException {
        new Random(7).nextBytes(bytes);
        file = Files.write(folder.resolve("video.mp4"), bytes);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whateverBreaksOnTheWayTheFileArrivesWholeAndOnce() {
        faults.addAll(List.of(Fault.CUT_IN_THE_MIDDLE, Fault.BUSY, Fault.BROKEN, Fault.REPLY_LOST));

        uploader(Duration.ofMinutes(1)).upload(upload(), file, bytes.length, sent -> {});

        assertThat(arrived.toByteArray()).isEqualTo(bytes);
        assertThat(faults).isEmpty();
    }

    @Test
    void aServerThatHasEnoughForNowIsLeftAloneForAsLongAsItSays() {
        faults.add(Fault.TOO_MANY);

        uploader(Duration.ofMinutes(1)).upload(upload(), file, bytes.length, sent -> {});

        assertThat(arrived.toByteArray()).isEqualTo(bytes);
        assertThat(Duration.ofNanos(againAt - refusedAt)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatArrivedBeforeIsNotSentAgain() throws IOException {
        arrived.write(bytes, 0, 300_000);

        uploader(Duration.ofMinutes(1))
                .upload(upload(), file, bytes.length, sent -> assertThat(sent).isGreaterThan(300_000));

        assertThat(arrived.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void aServerThatStaysAwayIsGivenUpWithASentence() {
        server.stop(0);

        assertThatThrownBy(() -> uploader(Duration.ZERO).upload(upload(), file, bytes.length, sent -> {}))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.SERVER_UNREACHABLE))
                .hasMessageContaining("run the same command again");
    }

    @Test
    void aServerWithMoreBytesThanTheFileIsNotBelieved() throws IOException {
        arrived.write(bytes);
        arrived.write(1);

        assertThatThrownBy(() -> uploader(Duration.ZERO).upload(upload(), file, bytes.length, sent -> {}))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.UPLOAD_MISMATCH));
    }

    private Uploader uploader(Duration patience) {
        return uploader(patience, Clock.systemUTC());
    }

    private Uploader uploader(Duration patience, InstantSource clock) {
        return new Uploader(
                new OkHttpClient(),
                ServerOrigin.parse(upload().resolve("/").toString()),
                new Uploader.Grant(PUBLICATION, "grant"),
                new CancelSignal(),
                clock,
                patience);
    }

    private URI upload() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/uploads/1");
    }

    /** What a server says of its offset, which never grows for good. */
    private enum Standstill {
        TAKES_NOTHING(0, 0),
        LOSES_WHAT_IT_HAD(10, 1_000),
        LOSES_WHAT_IT_TOOK(0, 1_000);

        private final long head;
        private final long patch;

        Standstill(long head, long patch) {
            this.head = head;
            this.patch = patch;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatKeepsNothingIsGivenUpLikeOneThatIsAway(Standstill standstill) {
        AtomicInteger questions = new AtomicInteger();
        server.createContext("/api/uploads/2", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            long offset = isHead ? standstill.head : standstill.patch;
            boolean breaksOff = !isHead && questions.incrementAndGet() % 2 == 0;
            exchange.getResponseHeaders().set("Upload-Offset", Long.toString(offset));
            exchange.sendResponseHeaders(breaksOff ? 503 : isHead ? 200 : 204, -1);
            exchange.close();
        });
        AtomicLong seconds = new AtomicLong();
        Uploader uploader = uploader(Duration.ofSeconds(20), () -> Instant.ofEpochSecond(seconds.addAndGet(6)));

        assertThatThrownBy(() -> uploader.upload(upload().resolve("2"), file, bytes.length, sent -> {}))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.SERVER_UNREACHABLE));
        assertThat(questions).hasValueLessThan(30);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        againAt = System.nanoTime();
        if (exchange.getRequestMethod().equals("PATCH")) {
            receive(exchange);
            return;
        }
        exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(arrived.size()));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void tooMany(HttpExchange exchange) throws IOException {
        refusedAt = System.nanoTime();
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(429, -1);
        exchange.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        assertThat(exchange.getRequestHeaders().getFirst("Upload-Offset")).isEqualTo(Integer.toString(arrived.size()));
        Fault fault = faults.poll();
        if (fault == Fault.TOO_MANY) {
            tooMany(exchange);
            return;
        }
        if (fault == Fault.BUSY || fault == Fault.BROKEN) {
            exchange.sendResponseHeaders(fault == Fault.BUSY ? 423 : 503, -1);
            exchange.close();
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(fault == Fault.CUT_IN_THE_MIDDLE ? 100_000 : bytes.length);
        arrived.write(body);
        if (fault == null) {
            exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(arrived.size()));
            exchange.sendResponseHeaders(204, -1);
        }
        // Closed without an answer: the client sees a broken connection.
        exchange.close();
    }
}
