package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that is away or broken is never taken for one that has nothing. */
class Web3jChainClientTest {
    private static final Bytes32 HASH = Bytes32.of(new byte[32]);
    private static final Address CONTRACT = new Address("0x" + "aa".repeat(20));

    @Test
    void aNodeThatIsNotThereIsUnavailable() {
        try (Web3jChainClient client = client(URI.create("http://127.0.0.1:1"))) {
            assertThatThrownBy(client::head).isInstanceOf(ChainUnavailable.class);
            assertThatThrownBy(() -> client.transaction(HASH)).isInstanceOf(ChainUnavailable.class);
        }
    }

    @Test
    void whatAnAddressHoldsOfSecretsIsNotToldWithIt() {
        try (Web3jChainClient client = client(URI.create("http://somebody:hush@127.0.0.1:1/v3/hush?key=hush"))) {
            assertThatThrownBy(client::head)
                    .isInstanceOf(ChainUnavailable.class)
                    .hasMessageContaining("http://127.0.0.1:1")
                    .hasMessageNotContaining("hush")
                    .hasMessageNotContaining("somebody");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "<html>Too many requests</html>",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"number\":\"many\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"hash\":\"0x12\",\"transactions\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
            })
    void aNodeThatAnswersNonsenseIsUnavailable(String answer) throws IOException {
        try (ScriptedNode node = ScriptedNode.answering(200, answer);
                Web3jChainClient client = client(node.rpc())) {
            assertThatThrownBy(() -> client.block(7)).isInstanceOf(ChainUnavailable.class);
            assertThatThrownBy(() -> client.receipt(HASH)).isInstanceOf(ChainUnavailable.class);
            assertThatThrownBy(() -> client.run("0x")).isInstanceOf(ChainUnavailable.class);
        }
    }

    /** The words of geth before its chain has one, of nodes that know no such tag, and of the standard. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":-39001,\"message\":\"Unknown block\"}",
                "{\"code\":-32000,\"message\":\"finalized block not found\"}",
                "{\"code\":-32602,\"message\":\"invalid argument 0: hex string without 0x prefix\"}",
                "{\"code\":-32000,\"message\":\"header not found\"}",
            })
    void aChainWithoutFinalBlocksHasNone(String error) throws IOException {
        try (ScriptedNode node = ScriptedNode.answering(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":" + error + "}");
                Web3jChainClient client = client(node.rpc())) {
            assertThat(client.finalized()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":-32005,\"message\":\"limit exceeded\"}",
                "{\"code\":-32603,\"message\":\"internal error\"}",
                "{\"code\":-32000}",
            })
    void aNodeThatCannotTellJustNowSaysNothingOfFinalBlocks(String error) throws IOException {
        try (ScriptedNode node = ScriptedNode.answering(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":" + error + "}");
                Web3jChainClient client = client(node.rpc())) {
            assertThatThrownBy(client::finalized).isInstanceOf(ChainUnavailable.class);
        }
    }

    @Test
    void aCallThatReturnsNothingAtAllIsNoAnswer() throws IOException {
        try (ScriptedNode node = ScriptedNode.answering(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}");
                Web3jChainClient client = client(node.rpc())) {
            assertThatThrownBy(() -> client.call(CONTRACT, "0x")).isInstanceOf(ChainUnavailable.class);
            assertThatThrownBy(() -> client.run("0x")).isInstanceOf(ChainUnavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 500, 503})
    void aNodeThatAnswersWithAnErrorPageIsUnavailableAndThePageIsNotRepeated(int status) throws IOException {
        try (ScriptedNode node = ScriptedNode.answering(status, "<html>\nsorry\n</html>");
                Web3jChainClient client = client(node.rpc())) {
            assertThatThrownBy(client::head)
                    .isInstanceOf(ChainUnavailable.class)
                    .hasMessageEndingWith("answers eth_blockNumber with HTTP status " + status);
        }
    }

    private static Web3jChainClient client(URI rpc) {
        return new Web3jChainClient(new ChainEndpoint(rpc, 31337));
    }
}
