package dev.slipway.desk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.PublicationForm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk does with a server that says when to come back. */
class RetryAfterTest {
    private final HttpServer server;
    private final CancelSignal cancel = new CancelSignal();
    private final List<Long> asked = Collections.synchronizedList(new ArrayList<>());
    private String retryAfter = "1";
    private int refusals = 1;
    private volatile Runnable onceRefused = () -> {};

    RetryAfterTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(System.nanoTime());
            boolean isRefused = asked.size() <= refusals;
            if (isRefused && !retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            byte[] body = (isRefused ? "{\"code\":\"too-many-requests\",\"detail\":\"Enough.\"}" : "{\"hashtags\":[]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isRefused ? 429 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            onceRefused.run();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theSameQuestionIsAskedAgainAfterThatLong() {
        assertThat(api().hashtags("s", 5).hashtags()).isEmpty();

        assertThat(asked).hasSize(2);
        assertThat(Duration.ofNanos(asked.get(1) - asked.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    /** The server did nothing with it, so a draft that must not be made twice may be sent again. */
    @Test
    void soIsWhatMustNotArriveTwice() {
        assertThatExceptionOfType(DeskException.class)
                .isThrownBy(() -> api().createDraft(draft()))
                .withMessageContaining("no offer");

        assertThat(asked).as("refused, and then taken").hasSize(2);
    }

    @Test
    void whatMustNotArriveTwiceIsNotSentAgainWithoutThatWord() {
        retryAfter = "";
        assertRefused(() -> api().createDraft(draft()));
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"121", "999999"})
    void nobodyIsMadeToWaitForHours(String seconds) {
        retryAfter = seconds;
        assertRefused(() -> api().hashtags("s", 5));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aServerThatNeverHasTimeIsGivenUp() {
        refusals = Integer.MAX_VALUE;
        retryAfter = "0";
        assertRefused(() -> api().createDraft(draft()));
        assertThat(asked).hasSize(4);
    }

    @Test
    void stoppingEndsTheWait() {
        retryAfter = "100";
        onceRefused = cancel::cancel;
        assertThatExceptionOfType(DeskException.class)
                .isThrownBy(() -> api().hashtags("s", 5))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CANCELLED));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "' 7 ', 7",
        "0, 0",
        "-1,",
        "1.5,",
        "9999999,",
        "'Wed, 21 Oct 2026 07:28:00 GMT',",
        "'',",
        "soon,"
    })
    void onlySecondsAreRead(String header, Long seconds) {
        assertThat(RetryAfter.parse(header).map(Duration::toSeconds).orElse(null))
                .isEqualTo(seconds);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(ServerProblem.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS))
                .withMessage("Enough.");
    }

    private static DraftRequest draft() {
        return new DraftRequest(new Address("0x" + "11".repeat(20)), "", new PublicationForm("A ship", "", List.of()));
    }

    private ServerApi api() {
        ServerOrigin origin =
                ServerOrigin.parse("http://127.0.0.1:" + server.getAddress().getPort());
        return new ServerApi(new OkHttpClient(), origin, cancel);
    }
}
