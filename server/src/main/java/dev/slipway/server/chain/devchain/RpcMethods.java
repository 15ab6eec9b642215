package dev.slipway.server.chain.devchain;

import static dev.slipway.server.chain.devchain.RpcRendering.quantity;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The methods of Ethereum's execution API that a wallet and a watcher of transfers ask for. */
final class RpcMethods {
    private static final String CLIENT = "Slipway development chain, play money";
    private static final int MAX_FEE_HISTORY = 1024;

    private final DevChain chain;
    private final RpcRendering rendering;
    private final Map<String, Method> methods = new LinkedHashMap<>();

    private interface Method {
        @Nullable
        Object call(RpcParameters parameters);
    }

    RpcMethods(DevChain chain) {
        this.chain = chain;
        this.rendering = new RpcRendering(chain.chainId());
        aboutTheNode();
        aboutBlocks();
        aboutAccounts();
        aboutFees();
        aboutContracts();
    }

    /** @throws RpcError where the answer is an error */
    @Nullable
    Object call(String method, RpcParameters parameters) {
        Method known = methods.get(method);
        if (known == null) {
            throw RpcError.unknownMethod(method.length() > 64 ? method.substring(0, 64) + "…" : method);
        }
        return known.call(parameters);
    }

    private void aboutTheNode() {
        methods.put("web3_clientVersion", p -> CLIENT);
        methods.put("net_version", p -> Long.toString(chain.chainId()));
        methods.put("net_listening", p -> true);
        methods.put("eth_chainId", p -> quantity(chain.chainId()));
        methods.put("eth_syncing", p -> false);
        methods.put("eth_accounts", p -> List.of());
    }

    private void aboutBlocks() {
        methods.put("eth_blockNumber", p -> quantity(chain.head()));
        methods.put(
                "eth_getBlockByNumber",
                p -> "pending".equals(p.text(0)) ? pending(p) : render(chain.blockAt(block(p.text(0))), p));
        methods.put("eth_getBlockByHash", p -> render(chain.blockWith(p.hash(0)), p));
        methods.put(
                "eth_getTransactionByHash",
                p -> chain.included(p.hash(0))
                        .map(rendering::transaction)
                        .or(() -> chain.waiting(p.hash(0)).map(rendering::transaction))
                        .orElse(null));
        methods.put(
                "eth_getTransactionReceipt",
                p -> chain.included(p.hash(0)).map(rendering::receipt).orElse(null));
        methods.put("eth_sendRawTransaction", p -> chain.submit(p.bytes(0)).hex());
    }

    private void aboutAccounts() {
        methods.put("eth_getBalance", p -> {
            requireHead(p.text(1, "latest"));
            return quantity(chain.balance(p.address(0)));
        });
        methods.put("eth_getTransactionCount", p -> {
            boolean pending = "pending".equals(p.text(1, "latest"));
            requireHead(p.text(1, "latest"));
            return quantity(pending ? chain.pendingNonce(p.address(0)) : chain.nonce(p.address(0)));
        });
    }

    private void aboutFees() {
        methods.put("eth_gasPrice", p -> quantity(Fees.BASE_FEE.add(Fees.SUGGESTED_PRIORITY_FEE)));
        methods.put("eth_maxPriorityFeePerGas", p -> quantity(Fees.SUGGESTED_PRIORITY_FEE));
        methods.put("eth_feeHistory", this::feeHistory);
        methods.put("eth_estimateGas", this::estimateGas);
    }

    private void aboutContracts() {
        methods.put("eth_getCode", p -> "0x");
        methods.put("eth_getLogs", p -> List.of());
        methods.put("eth_call", p -> {
            if (p.callMember("to").isEmpty()) {
                throw RpcError.refused("execution reverted: transfers only, this development chain runs no contracts");
            }
            RpcParameters.address(p.callMember("to"));
            // As on any chain where there is no contract.
            return "0x";
        });
    }

    private @Nullable Object render(Optional<DevBlock> block, RpcParameters parameters) {
        return block.map(parameters.flag(1) ? rendering::blockWithTransactions : rendering::blockWithHashes)
                .orElse(null);
    }

    private Object pending(RpcParameters parameters) {
        DevBlock block = chain.pendingBlock();
        Object transactions = parameters.flag(1)
                ? block.transfers().stream().map(rendering::transaction).toList()
                : block.transfers().stream()
                        .map(transfer -> transfer.hash().hex())
                        .toList();
        return rendering.pendingBlock(block, transactions);
    }

    /** No block here is ever undone, so the head is final at once. */
    private long block(String tag) {
        return switch (tag) {
            case "latest", "safe", "finalized" -> chain.head();
            case "earliest" -> 0;
            default -> RpcParameters.number(tag);
        };
    }

    private void requireHead(String tag) {
        if (!"pending".equals(tag) && block(tag) < chain.head()) {
            throw RpcError.refused("the state of older blocks is not kept: ask for latest");
        }
    }

    private Object estimateGas(RpcParameters p) {
        if (p.callMember("to").isEmpty()) {
            throw transfersOnly();
        }
        RpcParameters.address(p.callMember("to"));
        String data = p.callMember("input").isEmpty() ? p.callMember("data") : p.callMember("input");
        BigInteger value =
                p.callMember("value").isEmpty() ? BigInteger.ZERO : RpcParameters.quantity(p.callMember("value"));
        String from = p.callMember("from");
        if (!from.isEmpty() && chain.balance(RpcParameters.address(from)).compareTo(value) < 0) {
            throw RpcError.refused("insufficient funds for transfer");
        }
        return quantity(Fees.gasUsed(data.isEmpty() ? new byte[0] : RpcParameters.hex(data)));
    }

    private Object feeHistory(RpcParameters p) {
        long newest = "pending".equals(p.text(1)) ? chain.head() : Math.min(block(p.text(1)), chain.head());
        int count = (int) Math.clamp(p.count(0), 1, Math.min(MAX_FEE_HISTORY, newest + 1));
        long oldest = newest - count + 1;
        List<Double> used = LongStream.rangeClosed(oldest, newest)
                .mapToObj(number -> chain.blockAt(number).orElseThrow().gasUsed() / (double) Fees.BLOCK_GAS_LIMIT)
                .toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("oldestBlock", quantity(oldest));
        json.put("baseFeePerGas", Collections.nCopies(count + 1, quantity(Fees.BASE_FEE)));
        json.put("gasUsedRatio", used);
        int percentiles = Math.min(100, p.list(2).size());
        json.put(
                "reward",
                Collections.nCopies(count, Collections.nCopies(percentiles, quantity(Fees.SUGGESTED_PRIORITY_FEE))));
        return json;
    }

    private static RpcError transfersOnly() {
        return RpcError.refused("transfers only: this development chain runs no contracts");
    }
}
