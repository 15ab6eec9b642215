package dev.slipway.desk.ethereum;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.problem.ProblemCode;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;

/** A chain behind a node's JSON-RPC. Keeps no state, so any number of threads may use it. */
public final class RpcChain implements Chain {
    private static final int MAX_HEX_DIGITS = 66;

    /** How nodes say that the contract, and not they, refused; they differ in their words. */
    private static final List<String> FAILED_CALLS =
            List.of("revert", "out of gas", "outofgas", "gas limit", "invalid opcode");

    private final JsonRpc rpc;

    public RpcChain(OkHttpClient http, URI endpoint) {
        this.rpc = new JsonRpc(http, endpoint);
    }

    @Override
    public long chainId() {
        return quantity("eth_chainId", List.of()).longValueExact();
    }

    @Override
    public BigInteger balance(Address account) {
        return quantity("eth_getBalance", List.of(account.hex(), "latest"));
    }

    @Override
    public BigInteger nextNonce(Address account) {
        return quantity("eth_getTransactionCount", List.of(account.hex(), "pending"));
    }

    @Override
    public BigInteger minedNonce(Address account) {
        return quantity("eth_getTransactionCount", List.of(account.hex(), "latest"));
    }

    @Override
    public BigInteger estimateGas(Address from, Address to, BigInteger value, String data) {
        return quantity(
                "eth_estimateGas",
                List.of(Map.of("from", from.hex(), "to", to.hex(), "value", hex(value), "data", data)));
    }

    @Override
    public Fees fees() {
        JsonNode block = answer("eth_getBlockByNumber", List.of("latest", false));
        BigInteger baseFee = parse(block.path("baseFeePerGas").asString("0x0"));
        return Fees.fromBaseFee(baseFee, quantity("eth_maxPriorityFeePerGas", List.of()));
    }

    @Override
    public void send(SignedTransaction transaction) {
        try {
            rpc.call("eth_sendRawTransaction", List.of(transaction.raw()));
        } catch (JsonRpc.RefusedCall e) {
            // Nodes differ in how they say that they have it; asking is sure.
            if (!knows(transaction.hash())) {
                throw refusedPayment(e);
            }
        }
    }

    @Override
    public boolean knows(Bytes32 transactionHash) {
        return answer("eth_getTransactionByHash", List.of(transactionHash.hex()))
                .isObject();
    }

    @Override
    public Optional<ChainTransaction> transaction(Bytes32 hash) {
        JsonNode found = answer("eth_getTransactionByHash", List.of(hash.hex()));
        return found.isObject() ? Optional.of(read(found)) : Optional.empty();
    }

    @Override
    public boolean isReverted(Bytes32 hash) {
        JsonNode receipt = answer("eth_getTransactionReceipt", List.of(hash.hex()));
        return receipt.path("status").asString("").equals("0x0");
    }

    @Override
    public long newestBlock() {
        return quantity("eth_blockNumber", List.of()).longValueExact();
    }

    @Override
    public List<ChainTransaction> sentIn(long block, Address account) {
        JsonNode found =
                answer("eth_getBlockByNumber", List.of(hex(BigInteger.valueOf(block)), true), JsonRpc.BLOCK_ANSWER);
        return found.path("transactions")
                .valueStream()
                .filter(transaction -> transaction.path("from").asString("").equalsIgnoreCase(account.hex()))
                .map(RpcChain::read)
                .toList();
    }

    @Override
    public Optional<String> call(Address contract, String input) {
        List<?> parameters = List.of(Map.of("to", contract.hex(), "data", input), "latest");
        try {
            return Optional.of(rpc.call("eth_call", parameters).asString(""));
        } catch (JsonRpc.RefusedCall e) {
            if (FAILED_CALLS.stream().anyMatch(e::says)) {
                return Optional.empty();
            }
            throw new DeskException(ProblemCode.CHAIN_UNAVAILABLE, "The chain's node refuses " + e.getMessage(), e);
        }
    }

    @Override
    public boolean pays(Address router, Address recipient) {
        return call(router, RouterContract.RECIPIENT_CALL)
                .flatMap(RouterContract::address)
                .equals(Optional.of(recipient));
    }

    private static ChainTransaction read(JsonNode transaction) {
        try {
            JsonNode to = transaction.path("to");
            JsonNode chainId = transaction.path("chainId");
            return new ChainTransaction(
                    new Bytes32(transaction.path("hash").asString("")),
                    new Address(transaction.path("from").asString("")),
                    to.isString() ? new Address(to.asString()) : null,
                    parse(transaction.path("value").asString("")),
                    transaction.path("input").asString("").toLowerCase(Locale.ROOT),
                    chainId.isString() ? parse(chainId.asString()).longValueExact() : null,
                    transaction.path("blockNumber").isString());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DeskException(
                    ProblemCode.CHAIN_UNAVAILABLE,
                    "The chain's node answers with something that is no transaction.",
                    e);
        }
    }

    private BigInteger quantity(String method, List<?> parameters) {
        return parse(answer(method, parameters).asString(""));
    }

    private JsonNode answer(String method, List<?> parameters) {
        return answer(method, parameters, JsonRpc.USUAL_ANSWER);
    }

    private JsonNode answer(String method, List<?> parameters, long mostBytes) {
        try {
            return rpc.call(method, parameters, mostBytes);
        } catch (JsonRpc.RefusedCall e) {
            if (e.says("insufficient funds")) {
                throw insufficient(e);
            }
            throw new DeskException(ProblemCode.CHAIN_UNAVAILABLE, "The chain's node refuses " + e.getMessage(), e);
        }
    }

    private static DeskException refusedPayment(JsonRpc.RefusedCall e) {
        if (e.says("insufficient funds")) {
            return insufficient(e);
        }
        return new DeskException(
                ProblemCode.CHAIN_UNAVAILABLE,
                "The chain's node does not take the payment (" + e.getMessage()
                        + "). Nothing was paid; run the same command again.",
                e);
    }

    private static DeskException insufficient(JsonRpc.RefusedCall e) {
        return new DeskException(
                ProblemCode.INSUFFICIENT_FUNDS,
                "The wallet does not hold enough for the price and the gas. Put more into it and run the same"
                        + " command again.",
                e);
    }

    private static BigInteger parse(String quantity) {
        if (!quantity.startsWith("0x") || quantity.length() < 3 || quantity.length() > MAX_HEX_DIGITS) {
            throw new DeskException(
                    ProblemCode.CHAIN_UNAVAILABLE, "The chain's node answers with something that is no number.");
        }
        try {
            return new BigInteger(quantity.substring(2), 16);
        } catch (NumberFormatException e) {
            throw new DeskException(
                    ProblemCode.CHAIN_UNAVAILABLE, "The chain's node answers with something that is no number.", e);
        }
    }

    private static String hex(BigInteger value) {
        return "0x" + value.toString(16);
    }
}
