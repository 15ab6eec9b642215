package dev.slipway.server.chain.devchain;

import dev.slipway.model.encoding.Hex;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Blocks, transactions and receipts in the JSON of Ethereum's execution API. */
final class RpcRendering {
    private static final String ZERO_HASH = "0x" + "0".repeat(64);
    private static final String NO_BLOOM = "0x" + "0".repeat(512);
    /** Keccak-256 of an empty list of uncles (EIP-3675). */
    private static final String NO_UNCLES = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347";

    private final long chainId;

    RpcRendering(long chainId) {
        this.chainId = chainId;
    }

    static String quantity(long value) {
        return "0x" + Long.toHexString(value);
    }

    static String quantity(BigInteger value) {
        return "0x" + value.toString(16);
    }

    Map<String, @Nullable Object> blockWithHashes(DevBlock block) {
        return block(
                block,
                block.transfers().stream()
                        .map(transfer -> transfer.hash().hex())
                        .toList());
    }

    Map<String, @Nullable Object> blockWithTransactions(DevBlock block) {
        return block(
                block,
                IntStream.range(0, block.transfers().size())
                        .mapToObj(index -> transaction(new DevChain.Included(block, index)))
                        .toList());
    }

    /** A block that is not there yet has no hash, and its transactions have no place. */
    Map<String, @Nullable Object> pendingBlock(DevBlock block, Object transactions) {
        Map<String, @Nullable Object> json = block(block, transactions);
        json.put("hash", null);
        json.put("nonce", null);
        json.put("miner", null);
        json.put("logsBloom", null);
        return json;
    }

    private static Map<String, @Nullable Object> block(DevBlock block, Object transactions) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", quantity(block.number()));
        json.put("hash", block.hash().hex());
        json.put("parentHash", block.parentHash().hex());
        json.put("timestamp", quantity(block.timestamp()));
        json.put("nonce", "0x0000000000000000");
        json.put("sha3Uncles", NO_UNCLES);
        json.put("logsBloom", NO_BLOOM);
        // No tries are kept here; a light client has nothing to prove.
        json.put("transactionsRoot", ZERO_HASH);
        json.put("stateRoot", ZERO_HASH);
        json.put("receiptsRoot", ZERO_HASH);
        json.put("miner", Accounts.COINBASE.hex());
        json.put("difficulty", "0x0");
        json.put("totalDifficulty", "0x0");
        json.put("extraData", "0x");
        json.put("mixHash", ZERO_HASH);
        json.put(
                "size",
                quantity(512
                        + block.transfers().stream()
                                .mapToLong(t -> t.raw().length)
                                .sum()));
        json.put("gasLimit", quantity(Fees.BLOCK_GAS_LIMIT));
        json.put("gasUsed", quantity(block.gasUsed()));
        json.put("baseFeePerGas", quantity(Fees.BASE_FEE));
        json.put("transactions", transactions);
        json.put("uncles", List.of());
        return json;
    }

    Map<String, @Nullable Object> transaction(DevChain.Included included) {
        DevBlock block = included.block();
        Map<String, @Nullable Object> json = transaction(included.transfer());
        json.put("blockHash", block.hash().hex());
        json.put("blockNumber", quantity(block.number()));
        json.put("transactionIndex", quantity(included.index()));
        json.put("gasPrice", quantity(included.transfer().effectiveGasPrice(Fees.BASE_FEE)));
        return json;
    }

    /** As it waits: in no block. */
    Map<String, @Nullable Object> transaction(SignedTransfer transfer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("hash", transfer.hash().hex());
        json.put("type", quantity(transfer.type()));
        json.put("chainId", quantity(chainId));
        json.put("nonce", quantity(transfer.nonce()));
        json.put("from", transfer.from().hex());
        json.put("to", transfer.to().hex());
        json.put("value", quantity(transfer.value()));
        json.put("input", Hex.of(transfer.input()));
        json.put("gas", quantity(transfer.gasLimit()));
        json.put("gasPrice", quantity(transfer.maxFee()));
        json.put("blockHash", null);
        json.put("blockNumber", null);
        json.put("transactionIndex", null);
        boolean legacy = transfer.type() == 0;
        Signature signature = transfer.signature();
        json.put("r", quantity(signature.r()));
        json.put("s", quantity(signature.s()));
        json.put("v", quantity(legacy ? 2 * chainId + 35 + signature.parity() : signature.parity()));
        if (!legacy) {
            json.put("yParity", quantity(signature.parity()));
            json.put("maxFeePerGas", quantity(transfer.maxFee()));
            json.put("maxPriorityFeePerGas", quantity(transfer.maxPriorityFee()));
            json.put("accessList", List.of());
        }
        return json;
    }

    Map<String, @Nullable Object> receipt(DevChain.Included included) {
        SignedTransfer transfer = included.transfer();
        DevBlock block = included.block();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("transactionHash", transfer.hash().hex());
        json.put("transactionIndex", quantity(included.index()));
        json.put("blockHash", block.hash().hex());
        json.put("blockNumber", quantity(block.number()));
        json.put("from", transfer.from().hex());
        json.put("to", transfer.to().hex());
        json.put("type", quantity(transfer.type()));
        // A transfer that could fail is never put into a block.
        json.put("status", "0x1");
        json.put("gasUsed", quantity(Fees.gasUsed(transfer.input())));
        json.put("cumulativeGasUsed", quantity(block.gasUsedThrough(included.index())));
        json.put("effectiveGasPrice", quantity(transfer.effectiveGasPrice(Fees.BASE_FEE)));
        json.put("contractAddress", null);
        json.put("logs", List.of());
        json.put("logsBloom", NO_BLOOM);
        return json;
    }
}
