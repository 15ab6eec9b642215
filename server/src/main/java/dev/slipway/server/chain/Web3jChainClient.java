package dev.slipway.server.chain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** The node over JSON-RPC and HTTP. */
final class Web3jChainClient implements ChainClient, AutoCloseable {
    private final NodeConnection connection;
    private final Web3j node;

    Web3jChainClient(ChainEndpoint endpoint) {
        this.connection = new NodeConnection(endpoint.rpc());
        this.node = connection.requests();
    }

    @Override
    public long chainId() {
        return connection.ask(node.ethChainId(), answer -> answer.getChainId().longValueExact());
    }

    @Override
    public long head() {
        return connection.ask(
                node.ethBlockNumber(), answer -> answer.getBlockNumber().longValueExact());
    }

    @Override
    public Optional<Long> finalized() {
        return connection.askForTag(
                node.ethGetBlockByNumber(DefaultBlockParameterName.FINALIZED, false),
                answer -> Optional.ofNullable(answer.getBlock())
                        .map(block -> block.getNumber().longValueExact()));
    }

    @Override
    public Optional<ChainBlock> block(long number) {
        DefaultBlockParameter parameter = DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
        return connection.ask(
                node.ethGetBlockByNumber(parameter, true),
                answer -> Optional.ofNullable(answer.getBlock()).map(Web3jChainClient::block));
    }

    @Override
    public Optional<ChainBlock> block(Bytes32 hash) {
        return connection.ask(
                node.ethGetBlockByHash(hash.hex(), true),
                answer -> Optional.ofNullable(answer.getBlock()).map(Web3jChainClient::block));
    }

    @Override
    public Optional<ChainTransaction> transaction(Bytes32 hash) {
        return connection.ask(
                node.ethGetTransactionByHash(hash.hex()),
                answer -> answer.getTransaction().map(Web3jChainClient::transaction));
    }

    @Override
    public Optional<ChainReceipt> receipt(Bytes32 transactionHash) {
        return connection.ask(
                node.ethGetTransactionReceipt(transactionHash.hex()),
                answer -> answer.getTransactionReceipt().map(Web3jChainClient::receipt));
    }

    @Override
    public Optional<List<ChainReceipt>> receipts(ChainBlock block) {
        Map<Bytes32, ChainReceipt> known = new HashMap<>();
        for (ChainReceipt receipt : receiptsAtOnce(block)) {
            known.put(receipt.transactionHash(), receipt);
        }
        List<ChainReceipt> receipts = new ArrayList<>();
        for (ChainTransaction transaction : block.transactions()) {
            Optional<ChainReceipt> receipt = Optional.ofNullable(known.get(transaction.hash()))
                    .or(() -> receipt(transaction.hash()))
                    .filter(found -> found.blockHash().equals(block.hash()));
            if (receipt.isEmpty()) {
                return Optional.empty();
            }
            receipts.add(receipt.get());
        }
        return Optional.of(receipts);
    }

    /** None where the node does not know the question, which not all do: they are asked for one by one then. */
    private List<ChainReceipt> receiptsAtOnce(ChainBlock block) {
        if (block.transactions().isEmpty()) {
            return List.of();
        }
        DefaultBlockParameter parameter = DefaultBlockParameter.valueOf(BigInteger.valueOf(block.number()));
        try {
            return connection.ask(
                    node.ethGetBlockReceipts(parameter),
                    answer -> answer.getBlockReceipts().orElse(List.of()).stream()
                            .map(Web3jChainClient::receipt)
                            .filter(receipt -> receipt.blockHash().equals(block.hash()))
                            .toList());
        } catch (ChainUnavailable e) {
            return List.of();
        }
    }

    @Override
    public boolean isLogged(Bytes32 blockHash, Address contract, Bytes32 topic) {
        EthFilter filter = new EthFilter(blockHash.hex(), contract.hex()).addSingleTopic(topic.hex());
        return connection.ask(
                node.ethGetLogs(filter), answer -> !answer.getLogs().isEmpty());
    }

    @Override
    public boolean hasCode(Address address) {
        return connection.ask(
                node.ethGetCode(address.hex(), DefaultBlockParameterName.LATEST),
                answer -> Hex.parse(answer.getCode()).length > 0);
    }

    @Override
    public String call(Address contract, String input) {
        return connection.ask(
                node.ethCall(
                        Transaction.createEthCallTransaction(null, contract.hex(), input),
                        DefaultBlockParameterName.LATEST),
                EthCall::getValue);
    }

    @Override
    public Optional<String> tryCall(Address contract, String input) {
        return connection.run(node.ethCall(
                Transaction.createEthCallTransaction(null, contract.hex(), input), DefaultBlockParameterName.LATEST));
    }

    @Override
    public Optional<String> run(String code) {
        return connection.run(
                node.ethCall(Transaction.createEthCallTransaction(null, null, code), DefaultBlockParameterName.LATEST));
    }

    private static ChainBlock block(EthBlock.Block block) {
        List<ChainTransaction> transactions = new ArrayList<>();
        for (EthBlock.TransactionResult<?> result : block.getTransactions()) {
            if (result instanceof EthBlock.TransactionObject transaction) {
                transactions.add(transaction(transaction));
            }
        }
        return new ChainBlock(
                block.getNumber().longValueExact(),
                new Bytes32(block.getHash()),
                new Bytes32(block.getParentHash()),
                Instant.ofEpochSecond(block.getTimestamp().longValueExact()),
                LogsBloom.parse(block.getLogsBloom()),
                transactions);
    }

    private static ChainTransaction transaction(org.web3j.protocol.core.methods.response.Transaction transaction) {
        return new ChainTransaction(
                new Bytes32(transaction.getHash()),
                new Address(transaction.getFrom()),
                optional(transaction.getTo()).map(Address::new).orElse(null),
                transaction.getValue(),
                transaction.getInput(),
                transaction.getNonce().longValueExact(),
                optional(transaction.getBlockHash()).map(Bytes32::new).orElse(null));
    }

    private static ChainLog log(Log log, TransactionReceipt receipt, int index) {
        return new ChainLog(
                new Address(log.getAddress()),
                log.getTopics().stream().map(Bytes32::new).toList(),
                log.getData(),
                new Bytes32(receipt.getTransactionHash()),
                new Bytes32(receipt.getBlockHash()),
                index);
    }

    /** Counted from the first of the transaction. */
    private static List<ChainLog> logs(TransactionReceipt receipt) {
        List<Log> sorted = receipt.getLogs().stream()
                .sorted(Comparator.comparing(Log::getLogIndex))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(index -> log(sorted.get(index), receipt, index))
                .toList();
    }

    private static Optional<String> optional(@Nullable String text) {
        return Optional.ofNullable(text).filter(present -> !present.isEmpty());
    }

    private static ChainReceipt receipt(TransactionReceipt receipt) {
        return new ChainReceipt(
                new Bytes32(receipt.getTransactionHash()),
                new Bytes32(receipt.getBlockHash()),
                receipt.getBlockNumber().longValueExact(),
                receipt.isStatusOK() ? ChainReceipt.Outcome.SUCCEEDED : ChainReceipt.Outcome.FAILED,
                logs(receipt));
    }

    @Override
    public void close() {
        connection.close();
    }
}
