package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.exceptions.MessageDecodingException;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import tools.jackson.core.JacksonException;

/** The node over JSON-RPC and HTTP. */
final class Web3jChainClient implements ChainClient, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(10);

    private static final Pattern FAILED_RUN =
            Pattern.compile("revert|out ?of ?gas|gas limit|invalid opcode", Pattern.CASE_INSENSITIVE);

    private final ChainEndpoint endpoint;
    private final OkHttpClient http =
            new OkHttpClient.Builder().connectTimeout(CONNECT).callTimeout(CALL).build();
    private final Web3j node;

    Web3jChainClient(ChainEndpoint endpoint) {
        this.endpoint = endpoint;
        this.node = Web3j.build(new HttpService(endpoint.rpc().toString(), http));
    }

    @Override
    public long chainId() {
        return ask(node.ethChainId(), answer -> answer.getChainId().longValueExact());
    }

    @Override
    public long head() {
        return ask(node.ethBlockNumber(), answer -> answer.getBlockNumber().longValueExact());
    }

    @Override
    public Optional<Long> finalized() {
        return ask(
                node.ethGetBlockByNumber(DefaultBlockParameterName.FINALIZED, false),
                answer -> Optional.ofNullable(answer.getBlock())
                        .map(block -> block.getNumber().longValueExact()));
    }

    @Override
    public Optional<ChainBlock> block(long number) {
        DefaultBlockParameter parameter = DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
        return ask(
                node.ethGetBlockByNumber(parameter, true),
                answer -> Optional.ofNullable(answer.getBlock()).map(Web3jChainClient::block));
    }

    @Override
    public Optional<ChainBlock> block(Bytes32 hash) {
        return ask(
                node.ethGetBlockByHash(hash.hex(), true),
                answer -> Optional.ofNullable(answer.getBlock()).map(Web3jChainClient::block));
    }

    @Override
    public Optional<ChainTransaction> transaction(Bytes32 hash) {
        return ask(
                node.ethGetTransactionByHash(hash.hex()),
                answer -> answer.getTransaction().map(Web3jChainClient::transaction));
    }

    @Override
    public Optional<ChainReceipt> receipt(Bytes32 transactionHash) {
        return ask(
                node.ethGetTransactionReceipt(transactionHash.hex()),
                answer -> answer.getTransactionReceipt().map(Web3jChainClient::receipt));
    }

    @Override
    public List<ChainLog> logs(Bytes32 blockHash, Address contract, Bytes32 topic) {
        EthFilter filter = new EthFilter(blockHash.hex(), contract.hex()).addSingleTopic(topic.hex());
        return ask(
                node.ethGetLogs(filter),
                answer -> answer.getLogs().stream()
                        .map(result -> log((Log) result.get()))
                        .toList());
    }

    @Override
    public String call(Address contract, String input) {
        return ask(
                node.ethCall(
                        Transaction.createEthCallTransaction(null, contract.hex(), input),
                        DefaultBlockParameterName.LATEST),
                EthCall::getValue);
    }

    @Override
    public Optional<String> run(String code) {
        Request<?, EthCall> request =
                node.ethCall(Transaction.createEthCallTransaction(null, null, code), DefaultBlockParameterName.LATEST);
        EthCall answer = send(request);
        if (isFailure(answer.getError())) {
            return Optional.empty();
        }
        return Optional.of(read(request, answer, EthCall::getValue));
    }

    /** Of what was run; nodes differ in their words. */
    private static boolean isFailure(Response.@Nullable Error error) {
        return error != null
                && error.getMessage() != null
                && FAILED_RUN.matcher(error.getMessage()).find();
    }

    private interface Reading<A, R> {
        R read(A answer);
    }

    private <A extends Response<?>, R> R ask(Request<?, A> request, Reading<A, R> reading) {
        return read(request, send(request), reading);
    }

    private <A extends Response<?>> A send(Request<?, A> request) {
        try {
            return request.send();
        } catch (IOException e) {
            throw new ChainUnavailable("The node at " + address() + " does not answer: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw unexpected(request, e);
        }
    }

    private <A extends Response<?>, R> R read(Request<?, A> request, A answer, Reading<A, R> reading) {
        try {
            if (answer.hasError()) {
                throw new ChainUnavailable("The node refuses " + request.getMethod() + ": "
                        + answer.getError().getMessage());
            }
            return reading.read(answer);
        } catch (MessageDecodingException | NullPointerException | ArithmeticException | IllegalArgumentException e) {
            // web3j dereferences members that a broken node leaves out.
            throw unexpected(request, e);
        }
    }

    private ChainUnavailable unexpected(Request<?, ?> request, RuntimeException e) {
        return new ChainUnavailable(
                "The node at " + address() + " answers " + request.getMethod() + " with something unexpected", e);
    }

    /** Without path and query: hosted nodes carry their key there. */
    private String address() {
        return endpoint.rpc().getScheme() + "://" + endpoint.rpc().getAuthority();
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
        node.shutdown();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
