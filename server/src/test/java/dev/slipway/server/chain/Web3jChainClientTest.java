package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that is away or broken is never taken for one that has nothing. */
class Web3jChainClientTest {
    private static final Bytes32 HASH = Bytes32.of(new byte[32]);

    @Test
    void aNodeThatIsNotThereIsUnavailable() {
        try (Web3jChainClient client = client(1)) {
            assertThatThrownBy(client::head).isInstanceOf(ChainUnavailable.class);
            assertThatThrownBy(() -> client.transaction(HASH)).isInstanceOf(ChainUnavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Too many requests</html>",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"number\":\"many\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"hash\":\"0x12\",\"transactions\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
            })
    void aNodeThatAnswersNonsenseIsUnavailable(String answer) throws IOException {
        HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        node.start();
        try (Web3jChainClient client = client(node.getAddress().getPort())) {
            assertThatThrownBy(() -> client.block(7)).isInstanceOf(ChainUnavailable.class);
            assertThatThrownBy(() -> client.receipt(HASH)).isInstanceOf(ChainUnavailable.class);
        } finally {
            node.stop(0);
        }
    }

    private static Web3jChainClient client(int port) {
        return new Web3jChainClient(new ChainEndpoint(URI.create("http://127.0.0.1:" + port), 31337));
    }
}
