package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a node answers, an operator reads what is wrong and whether anything was sent. */
class RouterDeploymentOnBrokenNodesTest {
    private static final Address RECIPIENT = new Address("0x" + "aa".repeat(20));
    private static final String DONE = "{\"status\":\"0x1\",\"contractAddress\":\"0x" + "cc".repeat(20) + "\"}";

    private static final Map<String, String> SOUND = Map.of(
            "eth_chainId", "\"0x7a69\"",
            "eth_estimateGas", "\"0x5208\"",
            "eth_maxPriorityFeePerGas", "\"0x1\"",
            "eth_getBlockByNumber", "{\"baseFeePerGas\":\"0x1\"}",
            "eth_getBalance", "\"0xde0b6b3a7640000\"",
            "eth_getTransactionCount", "\"0x0\"",
            "eth_getCode", "\"0x\"",
            "eth_sendRawTransaction", "\"0x" + "12".repeat(32) + "\"",
            "eth_getTransactionReceipt", DONE,
            "eth_call", "\"0x" + "00".repeat(12) + "aa".repeat(20) + "\"");

    private final List<String> told = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "200, <html>Welcome</html>, eth_chainId with something unexpected",
        "200, '', eth_chainId with something unexpected",
        "200, null, eth_chainId with something unexpected",
        "200, [], eth_chainId with something unexpected",
        "200, '{\"result\":null}', eth_chainId with something unexpected",
        "200, '{\"result\":\"0xffffffffffffffffffff\"}', eth_chainId with something unexpected",
        "200, '{\"error\":{\"code\":1,\"message\":\"no key\"}}', The node refuses eth_chainId: no key.",
        "500, <html>Sorry</html>, eth_chainId with HTTP status 500",
        "404, '', eth_chainId with HTTP status 404"
    })
    void aNodeThatAnswersNonsenseIsSaidInASentence(int status, String body, String sentence) throws IOException {
        try (ScriptedNode node = ScriptedNode.answering(status, body)) {
            assertThat(refusal(node)).contains(sentence).contains("Nothing was sent", "--chain-rpc");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eth_chainId",
                "eth_estimateGas",
                "eth_maxPriorityFeePerGas",
                "eth_getBlockByNumber",
                "eth_getBalance",
                "eth_getTransactionCount",
                "eth_getCode"
            })
    void beforeItIsSentEveryAnswerIsChecked(String method) throws IOException {
        for (String broken : List.of("null", "{}", "\"many\"")) {
            try (ScriptedNode node = broken(method, broken)) {
                assertThat(refusal(node)).as(broken).contains(method, "Nothing was sent");
            }
        }
        assertThat(told).noneMatch(line -> line.startsWith("Sent"));
    }

    @ParameterizedTest
    @CsvSource({
        "eth_sendRawTransaction, null",
        "eth_sendRawTransaction, {}",
        "eth_getTransactionReceipt, {}",
        "eth_getTransactionReceipt, '{\"status\":\"fine\"}'",
        "eth_call, null",
        "eth_call, {}"
    })
    void afterItIsSentItsHashIsSaid(String method, String result) throws IOException {
        try (ScriptedNode node = broken(method, result)) {
            assertThat(refusal(node))
                    .contains(method)
                    .containsPattern("The transaction 0x[0-9a-f]{64} may be on its way");
        }
    }

    private static ScriptedNode broken(String method, String result) throws IOException {
        Map<String, String> results = new HashMap<>(SOUND);
        results.put(method, result);
        return ScriptedNode.with(results);
    }

    private String refusal(ScriptedNode node) {
        OperatorKey key = OperatorKey.generate(new SecureRandom());
        try (RouterDeployment deployment = new RouterDeployment(node.rpc(), key, told::add)) {
            StartRefused refused = assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> deployment.deploy(RECIPIENT))
                    .actual();
            assertThat(refused.code()).isEqualTo(ProblemCode.CHAIN_UNAVAILABLE);
            assertThat(refused.getMessage()).doesNotContain("<html>", "null", "\n");
            return String.valueOf(refused.getMessage());
        }
    }
}
