package dev.slipway.desk.testing;

import com.sun.net.httpserver.HttpExchange;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SignatureException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import tools.jackson.databind.JsonNode;

/** A chain inside the test: every transaction is in a block at once, and none is ever taken back. */
public final class SmallChain {
    private final Map<Bytes32, RawTransaction> mined = new LinkedHashMap<>();
    private final Map<Bytes32, String> senders = new LinkedHashMap<>();
    private BigInteger balance = BigInteger.TEN.pow(20);
    private String gas = "0x5708";
    private boolean losing;
    private boolean failing;
    private final Set<Bytes32> failed = new LinkedHashSet<>();
    private final Set<Bytes32> waiting = new LinkedHashSet<>();
    private boolean holding;
    private int othersTransactions;
    private final Map<Address, String> routers = new LinkedHashMap<>();
    private final Map<Bytes32, BigInteger> paidByOthers = new LinkedHashMap<>();
    private final SmallToken token = new SmallToken();

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

    /** From now on transactions wait in the pool. */
    public synchronized void holdTransactions() {
        holding = true;
    }

    /** What waits is in blocks, and so is what comes. */
    public synchronized void mineTransactions() {
        holding = false;
        waiting.forEach(this::inBlock);
        waiting.clear();
    }

    /** The next transaction fails in its block. */
    public synchronized void failNext() {
        failing = true;
    }

    /** The last payment for it that failed. */
    synchronized Optional<Bytes32> failedFor(Bytes32 reference) {
        return failed.stream()
                .filter(hash -> isFor(Objects.requireNonNull(mined.get(hash)), reference))
                .reduce((first, later) -> later);
    }

    private static boolean isFor(RawTransaction transaction, Bytes32 reference) {
        return ("0x" + transaction.getData()).equals(reference.hex());
    }

    /** How many different transactions came. */
    public synchronized int payments() {
        return mined.size();
    }

    /** The wallet's next number goes to something else, as when its owner replaces a payment. */
    public synchronized void spendNonce() {
        othersTransactions++;
    }

    /** From now on there is a payment contract which pays that recipient. */
    public synchronized void deploy(Address router, Address recipient) {
        routers.put(router, "0x" + "00".repeat(12) + recipient.hex().substring(2));
    }

    /** Somebody else pays so many wei for it. */
    public synchronized void payForAnother(Bytes32 reference, BigInteger wei) {
        paidByOthers.put(reference, wei);
    }

    /** What came for it from everybody, in wei. */
    public synchronized BigInteger paidFor(Bytes32 reference) {
        return mined.entrySet().stream()
                .filter(entry -> isFor(entry.getValue(), reference)
                        && !failed.contains(entry.getKey())
                        && !waiting.contains(entry.getKey()))
                .map(entry -> entry.getValue().getValue())
                .reduce(paidByOthers.getOrDefault(reference, token.paidFor(reference)), BigInteger::add);
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
            case "eth_getTransactionCount" -> {
                int inBlocks = mined.size() + othersTransactions - waiting.size();
                boolean isAll = parameters.path(1).asString("").equals("pending");
                yield "0x" + Integer.toHexString(isAll ? inBlocks + waiting.size() : inBlocks);
            }
            case "eth_estimateGas" -> gas;
            case "eth_maxPriorityFeePerGas" -> "0x1";
            case "eth_getBlockByNumber" -> Map.of("baseFeePerGas", "0x7", "transactions", block(parameters));
            case "eth_blockNumber" -> hex(mined.size());
            case "eth_call" -> called(parameters.path(0));
            case "eth_getTransactionReceipt" ->
                Map.of("status", failed.contains(new Bytes32(parameters.path(0).asString())) ? "0x0" : "0x1");
            case "eth_sendRawTransaction" -> mine(parameters.path(0).asString());
            case "eth_getTransactionByHash" -> {
                Bytes32 hash = new Bytes32(parameters.path(0).asString());
                yield mined.containsKey(hash) ? transaction(hash) : Json.STRICT.nullNode();
            }
            default -> throw new IllegalArgumentException("the small chain knows no " + method);
        };
    }

    private String called(JsonNode call) {
        Address contract = new Address(call.path("to").asString());
        return contract.equals(SmallToken.CONTRACT)
                ? token.answer(call.path("data").asString())
                : routers.getOrDefault(contract, "0x");
    }

    /** The first transaction is in block 1, and so on: one in each. */
    private List<Object> block(JsonNode parameters) {
        if (!parameters.path(1).asBoolean(false)) {
            return List.of();
        }
        int number = Integer.decode(parameters.path(0).asString());
        return mined.keySet().stream()
                .skip(Math.max(0, number - 1L))
                .limit(number == 0 ? 0 : 1)
                .map(this::transaction)
                .toList();
    }

    private Object transaction(Bytes32 hash) {
        RawTransaction transaction = Objects.requireNonNull(mined.get(hash));
        Map<String, Object> shown = new LinkedHashMap<>(Map.of(
                "hash",
                hash.hex(),
                "from",
                Objects.requireNonNull(senders.get(hash)),
                "to",
                transaction.getTo(),
                "value",
                "0x" + transaction.getValue().toString(16),
                "input",
                "0x" + transaction.getData(),
                "chainId",
                "0x7a69"));
        if (!waiting.contains(hash)) {
            shown.put("blockNumber", hex(List.copyOf(mined.keySet()).indexOf(hash) + 1));
        }
        return shown;
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    private String mine(String raw) {
        Bytes32 hash = Bytes32.of(Hash.sha3(Hex.parse(raw)));
        SignedRawTransaction transaction = (SignedRawTransaction) TransactionDecoder.decode(raw);
        boolean isNew = mined.putIfAbsent(hash, transaction) == null;
        if (isNew && failing) {
            failing = false;
            failed.add(hash);
        }
        if (isNew && holding) {
            waiting.add(hash);
        }
        senders.put(hash, sender(transaction));
        if (isNew && !waiting.contains(hash)) {
            inBlock(hash);
        }
        return hash.hex();
    }

    private void inBlock(Bytes32 hash) {
        RawTransaction transaction = Objects.requireNonNull(mined.get(hash));
        String sender = Objects.requireNonNull(senders.get(hash));
        if (!failed.contains(hash)) {
            token.mined(sender, new Address(transaction.getTo()), "0x" + transaction.getData());
        }
    }

    private static String sender(SignedRawTransaction transaction) {
        try {
            return transaction.getFrom();
        } catch (SignatureException e) {
            throw new IllegalArgumentException("nobody signed this", e);
        }
    }
}
