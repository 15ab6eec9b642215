package dev.slipway.server.chain.devchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.server.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** JSON-RPC over real HTTP: what it answers, and whom it refuses. */
class RpcServerTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private DevelopmentChain chain;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        chain = DevelopmentChain.start(folder, 0, new SettableClock(Instant.parse("2026-05-01T12:00:00Z")));
    }

    @AfterEach
    void stop() throws IOException {
        chain.close();
        http.close();
    }

    @Test
    void itSaysWhatItIs() throws Exception {
        assertThat(ask("web3_clientVersion", "[]").path("result").asString())
                .isEqualTo("Slipway development chain, play money");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "this is not JSON | -32700",
                "{\"jsonrpc\":\"2.0\",\"id\":1} | -32600",
                "[] | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"debug_setHead\",\"params\":[]} | -32601",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_getBalance\",\"params\":[]} | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_getBalance\",\"params\":[\"0x12\"]} | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_getBalance\",\"params\":{}} | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_getBlockByNumber\",\"params\":[\"0x\",true]} | -32602",
            })
    void whatIsWrongGetsItsErrorCode(String body, int code) throws Exception {
        assertThat(post(body).path("error").path("code").asInt()).isEqualTo(code);
    }

    @Test
    void callsToContractsAreRefused() throws Exception {
        assertThat(ask("eth_call", "[{}]").path("error").path("message").asString())
                .contains("transfers only");
        assertThat(ask("eth_estimateGas", "[{}]").path("error").path("message").asString())
                .contains("transfers only");
        assertThat(ask("eth_getCode", "[\"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266\",\"latest\"]")
                        .path("result")
                        .asString())
                .isEqualTo("0x");
    }

    @Test
    void aBatchIsAnsweredInOneAndNotificationsAreNot() throws Exception {
        JsonNode answer = post("""
                [{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},
                 {"jsonrpc":"2.0","method":"eth_blockNumber"},
                 {"jsonrpc":"2.0","id":"two","method":"nothing"}]""");

        assertThat(answer.size()).isEqualTo(2);
        assertThat(answer.path(0).path("result").asString()).isEqualTo("0x7a69");
        assertThat(answer.path(1).path("id").asString()).isEqualTo("two");
    }

    @Test
    void feesCanBeAskedForAsWalletsDo() throws Exception {
        JsonNode history = ask("eth_feeHistory", "[\"0x5\",\"latest\",[25,75]]").path("result");

        assertThat(history.path("baseFeePerGas").size()).isEqualTo(2);
        assertThat(history.path("reward").path(0).size()).isEqualTo(2);
        assertThat(ask("eth_maxPriorityFeePerGas", "[]").path("result").asString())
                .isEqualTo("0x3b9aca00");
    }

    @Test
    void thePendingBlockComesAfterTheHead() throws Exception {
        JsonNode pending = ask("eth_getBlockByNumber", "[\"pending\",true]").path("result");

        assertThat(pending.path("number").asString()).isEqualTo("0x1");
        assertThat(pending.path("hash").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://127.0.0.1.evil.example", "http://localhost.evil:80"})
    void aPageOfTheOpenWebIsRefused(String origin) throws Exception {
        HttpRequest request = request("{}").header("Origin", origin).build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPageOfThisMachineMayAsk() throws Exception {
        HttpRequest request =
                request("{}").header("Origin", "http://localhost:8080").build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherNameForLoopbackIsRefused() throws Exception {
        // A browser whose DNS was rebound sends the attacker's name; java.net.http would not let us.
        try (Socket socket = new Socket("127.0.0.1", chain.rpc().getPort())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void aBodyOverAMebibyteIsRefused() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[(1 << 20) + 1]);
        HttpRequest request = HttpRequest.newBuilder(chain.rpc())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(413);
    }

    private JsonNode ask(String method, String parameters) throws Exception {
        return post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + parameters + "}");
    }

    private JsonNode post(String body) throws Exception {
        return Json.LENIENT.readTree(http.send(request(body).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private HttpRequest.Builder request(String body) {
        URI uri = chain.rpc();
        return HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
