package dev.slipway.server.testing;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contracts on an anvil, called by its accounts, whose keys it holds. Every call gets a block of its own. */
public final class TestContracts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Said, so that a call that fails is mined as well. */
    private static final String GAS = "0x80000";

    private static final int BLOCKS_TO_WAIT_FOR = 100;

    private final Anvil anvil;

    public TestContracts(Anvil anvil) {
        this.anvil = anvil;
    }

    /** Of the ten. */
    public Address account(int index) {
        return new Address(anvil.call("eth_accounts").get(index).asString());
    }

    public Address router(Address recipient) {
        return deploy("contracts/PaymentRouter", new org.web3j.abi.datatypes.Address(recipient.hex()));
    }

    public Address deploy(String name, Type<?>... parameters) {
        String file = "/" + (name.contains("/") ? name : "test-contracts/" + name) + ".json";
        try (InputStream in = Objects.requireNonNull(TestContracts.class.getResourceAsStream(file), file)) {
            String code = JSON.readTree(in).path("bytecode").asString()
                    + FunctionEncoder.encodeConstructor(Arrays.asList(parameters));
            JsonNode receipt = receipt(send(Map.of("from", account(0).hex(), "data", code, "gas", "0x500000")));
            return new Address(receipt.path("contractAddress").asString());
        } catch (IOException e) {
            throw new IllegalStateException("no contract " + name, e);
        }
    }

    /** Calls it in a transaction, with so many wei; whether it went well is in the receipt. */
    public JsonNode call(Address from, Address contract, BigInteger value, String name, Type<?>... parameters) {
        return receipt(send(transaction(from, contract, value, name, parameters)));
    }

    /** Calls it with data that somebody else has written. */
    public JsonNode call(Address from, Address contract, String input) {
        return receipt(send(Map.of("from", from.hex(), "to", contract.hex(), "data", input, "gas", GAS)));
    }

    /** The same, left in the pool. */
    public Bytes32 send(Address from, Address contract, BigInteger value, String name, Type<?>... parameters) {
        return send(transaction(from, contract, value, name, parameters));
    }

    /** Sends it coins and nothing else. */
    public JsonNode coins(Address from, Address contract, BigInteger value) {
        return receipt(send(Map.of(
                "from", from.hex(), "to", contract.hex(), "value", "0x" + value.toString(16), "gas", "0x20000")));
    }

    public static String input(String name, Type<?>... parameters) {
        return FunctionEncoder.encode(new Function(name, Arrays.asList(parameters), List.of()));
    }

    /** A number that the contract answers with. */
    public BigInteger ask(Address contract, String name, Type<?>... parameters) {
        String answer = anvil.call("eth_call", Map.of("to", contract.hex(), "data", input(name, parameters)), "latest")
                .asString();
        return new BigInteger(answer.substring(2), 16);
    }

    public BigInteger balance(Address account) {
        return new BigInteger(
                anvil.call("eth_getBalance", account.hex(), "latest").asString().substring(2), 16);
    }

    private static Map<String, String> transaction(
            Address from, Address contract, BigInteger value, String name, Type<?>... parameters) {
        return Map.of(
                "from",
                from.hex(),
                "to",
                contract.hex(),
                "value",
                "0x" + value.toString(16),
                "data",
                input(name, parameters),
                "gas",
                GAS);
    }

    private Bytes32 send(Map<String, String> transaction) {
        return new Bytes32(anvil.call("eth_sendTransaction", transaction).asString());
    }

    /** Of a block of its own, which the node may make only after it has answered. */
    private JsonNode receipt(Bytes32 transaction) {
        JsonNode receipt = anvil.call("eth_getTransactionReceipt", transaction.hex());
        for (int block = 0; !receipt.isObject() && block < BLOCKS_TO_WAIT_FOR; block++) {
            anvil.mine(1);
            receipt = anvil.call("eth_getTransactionReceipt", transaction.hex());
        }
        if (!receipt.isObject()) {
            throw new AssertionError("anvil does not mine " + transaction.hex());
        }
        return receipt;
    }
}
