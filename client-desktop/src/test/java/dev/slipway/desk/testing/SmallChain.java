package dev.slipway.desk.testing;

import com.sun.net.httpserver.HttpExchange;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;
import tools.jackson.databind.JsonNode;

/** A chain inside the test: every transaction is in a block at once, and none is ever taken back. */
public final class SmallChain {
    private final Map<Bytes32, RawTransaction> mined = new LinkedHashMap<>();
    private BigInteger balance = BigInteger.TEN.pow(20);
    private String gas = "0x5708";
    private boolean losing;
    private int othersTransactions;
    private final Map<Bytes32, BigInteger> paidByOthers = new LinkedHashMap<>();

    public synchronized void setBalance(BigInteger wei) {
        balance = wei;
    }

    /** From now on transactions are refused, as by a node that is broken. */
    public synchronized void loseTransactions() {
        losing = true;
    }

    public synchronized void keepTransactions() {
        losing = false;
    }

    /** @param hex what a transfer is said to need */
    public synchronized void setGas(String hex) {
        gas = hex;
    }

    /** How many different transactions came. */
    public synchronized int payments() {
        return mined.size();
    }

    /** The wallet's next number goes to something else, as when its owner replaces a payment. */
    public synchronized void spendNonce() {
        othersTransactions++;
    }

    /** Somebody else pays so many wei for it. */
    public synchronized void payForAnother(Bytes32 reference, BigInteger wei) {
        paidByOthers.put(reference, wei);
    }

    /** What came for it from everybody, in wei. */
    public synchronized BigInteger paidFor(Bytes32 reference) {
        return mined.values().stream()
                .filter(transaction -> ("0x" + transaction.getData()).equals(reference.hex()))
                .map(RawTransaction::getValue)
                .reduce(paidByOthers.getOrDefault(reference, BigInteger.ZERO), BigInteger::add);
    }

    void answer(HttpExchange exchange) throws IOException {
        JsonNode call = Json.LENIENT.readTree(exchange.getRequestBody().readAllBytes());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", 1);
        if (isLost(call)) {
            answer.put("error", Map.of("code", -32000, "message", "the pool is closed"));
        } else {
            answer.put("result", result(call.path("method").asString(), call.path("params")));
        }
        SmallServer.reply(exchange, 200, "application/json", Json.STRICT.writeValueAsBytes(answer));
    }

    private synchronized boolean isLost(JsonNode call) {
        return losing && call.path("method").asString().equals("eth_sendRawTransaction");
    }

    private synchronized Object result(String method, JsonNode parameters) {
        return switch (method) {
            case "eth_chainId" -> "0x7a69";
            case "eth_getBalance" -> "0x" + balance.toString(16);
            case "eth_getTransactionCount" -> "0x" + Integer.toHexString(mined.size() + othersTransactions);
            case "eth_estimateGas" -> gas;
            case "eth_maxPriorityFeePerGas" -> "0x1";
            case "eth_getBlockByNumber" -> Map.of("baseFeePerGas", "0x7");
            case "eth_sendRawTransaction" -> mine(parameters.path(0).asString());
            case "eth_getTransactionByHash" -> {
                Bytes32 hash = new Bytes32(parameters.path(0).asString());
                yield mined.containsKey(hash) ? Map.of("hash", hash.hex()) : Json.STRICT.nullNode();
            }
            default -> throw new IllegalArgumentException("the small chain knows no " + method);
        };
    }

    private String mine(String raw) {
        Bytes32 hash = Bytes32.of(Hash.sha3(Hex.parse(raw)));
        mined.putIfAbsent(hash, TransactionDecoder.decode(raw));
        return hash.hex();
    }
}
