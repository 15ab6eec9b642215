package dev.slipway.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.configuration.Mode;
import dev.slipway.server.configuration.OutgoingSettings;
import dev.slipway.server.configuration.Role;
import dev.slipway.server.configuration.ServerSettings;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.Receiver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against endpoints that wish it ill. What a name resolves to is scripted; everything else is real. */
class OutgoingHttpTest {
    private static final Duration CALL = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final Receiver receiver = new Receiver();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        receiver.close();
    }

    private static OutgoingHttp http(Mode mode, HostResolver resolver, String... allowed) {
        ServerSettings server = new ServerSettings(mode, Path.of("data"), null, Set.of(Role.API));
        OutgoingSettings settings = new OutgoingSettings(Set.of(allowed), Set.of(80, 443));
        return new OutgoingHttp(new OutgoingRules(settings, server, resolver), CALL);
    }

    private OutgoingHttp http(String... allowed) {
        return http(Mode.DEVELOPMENT, new SystemResolver(), allowed);
    }

    /** Each name is found at these addresses, one list for each question. */
    @SafeVarargs
    private HostResolver answering(List<InetAddress>... answers) {
        List<List<InetAddress>> left = new ArrayList<>(List.of(answers));
        return host -> {
            asked.add(host);
            return left.size() > 1 ? left.removeFirst() : left.getFirst();
        };
    }

    @Test
    void whatIsAllowedByItsAddressIsSentTo() {
        Delivered answer = http("127.0.0.1/32").post(receiver.url("/hook"), Map.of("webhook-id", "7"), BODY);

        assertThat(answer).isEqualTo(new Delivered.Answered(200, "thanks"));
        assertThat(receiver.received()).singleElement().satisfies(got -> {
            assertThat(got.path()).isEqualTo("/hook");
            assertThat(got.body()).isEqualTo(BODY);
            assertThat(got.headers())
                    .containsEntry("webhook-id", "7")
                    .containsEntry("content-type", "application/json")
                    .containsEntry("accept-encoding", "identity");
        });
    }

    @Test
    void whatIsAllowedByItsNameIsSentToAndOtherNamesOfTheSameHostAreNot() {
        OutgoingHttp http = http(Mode.PRODUCTION, answering(List.of(LOOPBACK)), "hooks.internal");

        assertThat(http.post("http://hooks.internal:" + receiver.port() + "/", Map.of(), BODY))
                .isEqualTo(new Delivered.Answered(200, "thanks"));
        assertThat(http.post("http://other.internal:" + receiver.port() + "/", Map.of(), BODY))
                .isInstanceOf(Delivered.Failed.class);
        assertThat(receiver.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://localhost:PORT/",
                "http://LOCALHOST.:PORT/",
                "http://127.1:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f.0.0.1:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://0.0.0.0:PORT/",
                "http://[::]:PORT/",
                "http://[::1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[64:ff9b::7f00:1]:PORT/",
                "http://%31%32%37.0.0.1:PORT/",
                "http://１２７.0.0.1:PORT/",
                "http://127。0。0。1:PORT/",
                "http://user@127.0.0.1:PORT/",
                "http://a:b@127.0.0.1:PORT/",
                "http://1.1.1.1\\@127.0.0.1:PORT/",
                "http://127.0.0.1:PORT/#1.1.1.1",
                " http://127.0.0.1:PORT/",
                "http://127.0.0.1:PORT/\r\nX-Evil: 1",
                "http:127.0.0.1:PORT",
                "file:///etc/passwd",
                "gopher://127.0.0.1:PORT/",
                "//127.0.0.1:PORT/",
                "http://",
                ""
            })
    void noWayOfWritingThisMachineReachesIt(String written) {
        String address = written.replace("PORT", String.valueOf(receiver.port()));
        OutgoingHttp http = http();

        assertThat(http.post(address, Map.of(), BODY)).isInstanceOf(Delivered.Failed.class);
        assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> http.check(address));
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aNameThatChangesItsMindIsAskedOnceAndCalledWhereItWasChecked() {
        InetAddress other = InetAddress.ofLiteral("127.0.0.2");
        OutgoingHttp http = http(Mode.DEVELOPMENT, answering(List.of(LOOPBACK), List.of(other)), "127.0.0.1");

        assertThat(http.post("http://rebind.example:" + receiver.port() + "/", Map.of(), BODY))
                .isEqualTo(new Delivered.Answered(200, "thanks"));
        assertThat(asked).containsExactly("rebind.example");
        assertThat(http.post("http://rebind.example:" + receiver.port() + "/", Map.of(), BODY))
                .isInstanceOf(Delivered.Failed.class);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void oneInnerAddressAmongPublicOnesSpoilsTheName() {
        HostResolver mixed = answering(List.of(InetAddress.ofLiteral("93.184.215.14"), LOOPBACK));

        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> http(Mode.DEVELOPMENT, mixed).check("http://mixed.example/"));
    }

    @Test
    void aSocketConnectsToNothingButWhatWasChecked() throws IOException {
        PinnedSockets sockets = new PinnedSockets(Set.of(InetAddress.ofLiteral("93.184.215.14")));

        try (Socket socket = sockets.createSocket()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> socket.connect(new java.net.InetSocketAddress(LOOPBACK, receiver.port()), 1_000))
                    .withMessageContaining("not the address that was checked");
            assertThat(socket.isConnected()).isFalse();
        }
    }

    @Test
    void nobodyLearnsWhetherAnInnerNameExists() {
        String hidden = refusal(http(Mode.PRODUCTION, answering(List.of(InetAddress.ofLiteral("10.0.0.5")))));
        String missing = refusal(http(Mode.PRODUCTION, host -> {
            throw new UnknownHostException(host);
        }));

        assertThat(hidden).isEqualTo(missing).doesNotContain("10.0.0.5");
    }

    private static String refusal(OutgoingHttp http) {
        return switch (http.post("https://secret.corp.example/", Map.of(), BODY)) {
            case Delivered.Failed failed -> failed.reason();
            case Delivered.Answered answered -> throw new AssertionError(answered);
        };
    }

    @Test
    void productionSendsOverTlsAndToFewPorts() {
        HostResolver open = answering(List.of(InetAddress.ofLiteral("93.184.215.14")));

        assertThat(http(Mode.PRODUCTION, open).check("https://hook.example/a?b=c"))
                .isEqualTo("https://hook.example/a?b=c");
        assertThat(http(Mode.DEVELOPMENT, open).check("http://hook.example/")).isEqualTo("http://hook.example/");
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> http(Mode.PRODUCTION, open).check("http://hook.example/"))
                .withMessageContaining("https");
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> http(Mode.PRODUCTION, open).check("https://hook.example:22/"))
                .withMessageContaining("80, 443");
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> http(Mode.PRODUCTION, open).check("https://hook.example/" + "a".repeat(2_048)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a@hook.example/",
                "https://:b@hook.example/",
                "https://hook.example/#part",
                "https://other.example\\@hook.example/",
                "https://hook.example/\t",
                "https://hook.éxample/",
                "ftp://hook.example/"
            })
    void aPublicHostDoesNotExcuseWhatElseIsInAnAddress(String address) {
        HostResolver open = answering(List.of(InetAddress.ofLiteral("93.184.215.14")));

        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> http(Mode.PRODUCTION, open).check(address));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        try (Receiver inner = new Receiver()) {
            receiver.answer(exchange -> {
                exchange.getResponseHeaders().add("Location", inner.url("/latest/meta-data"));
                Receiver.say(exchange, status, "");
            });

            Delivered answer = http("127.0.0.1").post(receiver.url("/"), Map.of(), BODY);

            assertThat(answer).isEqualTo(new Delivered.Answered(status, ""));
            assertThat(inner.received()).isEmpty();
        }
    }

    @Test
    void anEndlessBodyIsReadToItsBeginningOnly() {
        AtomicBoolean cut = new AtomicBoolean();
        receiver.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = "ab\u0000\n".repeat(4_096).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(piece);
                }
            } catch (IOException hungUp) {
                cut.set(true);
            }
        });

        Delivered answer = http("127.0.0.1").post(receiver.url("/"), Map.of(), BODY);

        assertThat(answer).isInstanceOfSatisfying(Delivered.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.beginning()).hasSize(200).startsWith("ab ab").doesNotContain("\u0000", "\n");
        });
        Await.until("the connection is cut", cut::get, done -> done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "X: "})
    void whoeverDripsOrIsSilentIsLeftAfterTheTimeOfACall(String start) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, LOOPBACK)) {
            Thread drip = Thread.ofVirtual().start(() -> drip(door, start));

            long began = System.nanoTime();
            Delivered answer = http("127.0.0.1").post("http://127.0.0.1:" + door.getLocalPort() + "/", Map.of(), BODY);

            assertThat(answer).isInstanceOf(Delivered.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            drip.interrupt();
        }
    }

    /** A header that never ends, a byte now and then, so that no single wait is long. */
    private static void drip(ServerSocket door, String start) {
        try (Socket caller = door.accept();
                OutputStream out = caller.getOutputStream()) {
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            while (!Thread.currentThread().isInterrupted()) {
                out.write(start.isEmpty() ? new byte[0] : "a".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(Duration.ofMillis(50));
            }
        } catch (IOException | InterruptedException hungUp) {
            // The caller has gone, as it should.
        }
    }

    @Test
    void hugeHeadersEndTheCall() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, LOOPBACK)) {
            Thread.ofVirtual().start(() -> {
                try (Socket caller = door.accept();
                        OutputStream out = caller.getOutputStream()) {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                    byte[] line = ("X: " + "a".repeat(8_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                    while (true) {
                        out.write(line);
                    }
                } catch (IOException hungUp) {
                    // The caller has gone, as it should.
                }
            });

            assertThat(http("127.0.0.1").post("http://127.0.0.1:" + door.getLocalPort() + "/", Map.of(), BODY))
                    .isInstanceOf(Delivered.Failed.class);
        }
    }

    @Test
    void aPortThatNobodyListensOnIsSaidInWords() throws IOException {
        int port;
        try (ServerSocket door = new ServerSocket(0, 50, LOOPBACK)) {
            port = door.getLocalPort();
        }

        assertThat(http("127.0.0.1").post("http://127.0.0.1:" + port + "/", Map.of(), BODY))
                .isEqualTo(new Delivered.Failed("It could not be reached, or did not answer in HTTP."));
    }

    @Test
    void aSettingThatIsNoHostStopsTheStart() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> http("10.0.0.0/99"))
                .withMessageContaining("SLIPWAY_OUTGOING_ALLOW");
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> http("http://hooks.internal"));
    }
}
