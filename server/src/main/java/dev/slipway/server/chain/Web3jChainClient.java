package dev.slipway.server.chain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return connection.ask(
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
    public List<ChainLog> logs(Bytes32 blockHash, Address contract, Bytes32 topic) {
        EthFilter filter = new EthFilter(blockHash.hex(), contract.hex()).addSingleTopic(topic.hex());
        return connection.ask(
                node.ethGetLogs(filter),
                answer -> answer.getLogs().stream()
                        .map(result -> log((Log) result.get()))
                        .toList());
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

    private static ChainLog log(Log log) {
        return new ChainLog(
                new Address(log.getAddress()),
                log.getTopics().stream().map(Bytes32::new).toList(),
                log.getData(),
                new Bytes32(log.getTransactionHash()),
                new Bytes32(log.getBlockHash()),
                log.getLogIndex().intValueExact());
    }

    private static Optional<String> optional(@Nullable String text) {
        return Optional.ofNullable(text).filter(present -> !present.isEmpty());
    }

    private static ChainReceipt receipt(TransactionReceipt receipt) {
        return new ChainReceipt(
                new Bytes32(receipt.getTransactionHash()),
                new Bytes32(receipt.getBlockHash()),
                receipt.getBlockNumber().longValueExact(),
                receipt.isStatusOK() ? ChainReceipt.Outcome.SUCCEEDED : ChainReceipt.Outcome.FAILED);
    }

    @Override
    public void close() {
        connection.close();
    }
}
