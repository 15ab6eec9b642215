package dev.slipway.desk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that tells one status and then nothing, neither an event nor an end. */
class StatusWatchTest {
    private static final PublicationId ID = new PublicationId(UUID.randomUUID());

    private final CountDownLatch end = new CountDownLatch(1);
    private final CancelSignal cancel = new CancelSignal();
    private HttpServer server;
    private StatusWatch watch;

    @BeforeEach
    void serve() throws Exception {
        byte[] status = Json.STRICT.writeValueAsBytes(status());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean isStream = exchange.getRequestURI().getPath().endsWith("/events");
                exchange.getResponseHeaders().set("Content-Type", isStream ? "text/event-stream" : "application/json");
                exchange.sendResponseHeaders(200, isStream ? 0 : status.length);
                if (isStream) {
                    exchange.getResponseBody()
                            .write(("data: " + new String(status, StandardCharsets.UTF_8) + "\n\n")
                                    .getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    end.await();
                } else {
                    exchange.getResponseBody().write(status);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        OkHttpClient http = new OkHttpClient();
        ServerOrigin origin =
                ServerOrigin.parse("http://127.0.0.1:" + server.getAddress().getPort());
        watch = new StatusWatch(new ServerApi(http, origin, cancel), cancel, Clock.systemUTC());
    }

    @AfterEach
    void end() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void aWaitForASilentServerEndsWithTheStopButton() {
        CountDownLatch heard = new CountDownLatch(2);
        CompletableFuture<?> waiting = CompletableFuture.runAsync(() -> watch.await(
                ID,
                "grant",
                status -> {
                    heard.countDown();
                    return false;
                },
                Duration.ofMinutes(5)));
        assertThat(await(heard)).as("the answer and the event were heard").isTrue();
        cancel.cancel();
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                .rootCause()
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CANCELLED));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicationStatus status() {
        return new PublicationStatus(
                ID,
                1,
                new PublicationForm("Silence", null, null),
                ContentState.DRAFT,
                Instant.EPOCH,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }
}
