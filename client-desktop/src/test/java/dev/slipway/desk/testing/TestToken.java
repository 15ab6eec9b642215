package dev.slipway.desk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.TokenContract;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** One of the server's test tokens on a chain; everybody may mint. */
public final class TestToken {
    /** The third account of every development chain, from which anvil sends unasked. */
    private static final String SENDER = "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";

    /** Of {@code mint(address,uint256)}. */
    private static final String MINT = "0x40c10f19";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChainNode chain;
    private final Address address;

    private TestToken(ChainNode chain, Address address) {
        this.chain = chain;
        this.address = address;
    }

    public static TestToken deploy(ChainNode chain, String name) throws IOException, InterruptedException {
        return new TestToken(chain, contract(chain, "test-classes/test-contracts/" + name, ""));
    }

    /** A payment contract for this recipient. */
    public static Address router(ChainNode chain, Address recipient) throws IOException, InterruptedException {
        String parameter = "00".repeat(12) + recipient.hex().substring(2);
        return contract(chain, "classes/contracts/PaymentRouter", parameter);
    }

    private static Address contract(ChainNode chain, String name, String parameters)
            throws IOException, InterruptedException {
        Path compiled = Checkout.root().resolve("server/target/" + name + ".json");
        assertThat(compiled).as("compiled by the server's build").isReadable();
        JsonNode code = Json.LENIENT.readTree(Files.readString(compiled)).get("bytecode");
        JsonNode receipt =
                mined(chain, "{\"from\": \"" + SENDER + "\", \"data\": \"" + code.asString() + parameters + "\"}");
        return new Address(receipt.get("contractAddress").asString());
    }

    public Address address() {
        return address;
    }

    public void mint(String account, BigInteger amount) throws IOException, InterruptedException {
        String data = MINT + "%064x%064x".formatted(new BigInteger(account.substring(2), 16), amount);
        send(SENDER, address.hex(), data);
    }

    /** Calls any contract from an account of the development chain; waits for its block. */
    public void send(String from, String to, String data) throws IOException, InterruptedException {
        JsonNode receipt =
                mined(chain, "{\"from\": \"" + from + "\", \"to\": \"" + to + "\", \"data\": \"" + data + "\"}");
        assertThat(receipt.get("status").asString()).isEqualTo("0x1");
    }

    public BigInteger balance(String account) throws IOException, InterruptedException {
        return number(TokenContract.balanceCall(new Address(account)));
    }

    public BigInteger allowance(String owner, Address spender) throws IOException, InterruptedException {
        return number(TokenContract.allowanceCall(new Address(owner), spender));
    }

    private BigInteger number(String data) throws IOException, InterruptedException {
        String answer = result(
                        chain, "eth_call", "[{\"to\": \"" + address + "\", \"data\": \"" + data + "\"}, \"latest\"]")
                .asString();
        return TokenContract.number(answer).orElseThrow();
    }

    private static JsonNode mined(ChainNode chain, String transaction) throws IOException, InterruptedException {
        String hash =
                result(chain, "eth_sendTransaction", "[" + transaction + "]").asString();
        return Await.until(
                PATIENCE,
                () -> result(chain, "eth_getTransactionReceipt", "[\"" + hash + "\"]"),
                JsonNode::isObject,
                () -> "no block has " + hash);
    }

    private static JsonNode result(ChainNode chain, String method, String parameters)
            throws IOException, InterruptedException {
        String answer = chain.call(method, parameters);
        JsonNode result = Json.LENIENT.readTree(answer).path("result");
        assertThat(result.isMissingNode()).as(answer).isFalse();
        return result;
    }
}
