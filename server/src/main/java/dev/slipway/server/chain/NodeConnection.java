package dev.slipway.server.chain;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.exceptions.MessageDecodingException;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;
import tools.jackson.core.JacksonException;

/**
 * A node over JSON-RPC and HTTP. Whatever it answers, a caller gets what was asked for or {@link ChainUnavailable} with a
 * sentence that lacks its full stop. Safe for use by many threads.
 */
final class NodeConnection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(10);

    private static final int UNKNOWN_BLOCK = -39001;
    private static final int INVALID_PARAMETERS = -32602;
    /** Nodes that have no code of its own for it. */
    private static final Pattern UNKNOWN_TAG = Pattern.compile(
            "finali[sz]ed|(unknown|invalid) block|block (is )?not found|header not found", Pattern.CASE_INSENSITIVE);

    private static final Pattern FAILED_RUN =
            Pattern.compile("revert|out ?of ?gas|gas limit|invalid opcode", Pattern.CASE_INSENSITIVE);

    private final URI rpc;
    private final OkHttpClient http =
            new OkHttpClient.Builder().connectTimeout(CONNECT).callTimeout(CALL).build();
    private final Web3j node;

    NodeConnection(URI rpc) {
        this.rpc = rpc;
        this.node = Web3j.build(new HttpService(rpc.toString(), http));
    }

    /** Makes the requests that the other methods send. */
    Web3j requests() {
        return node;
    }

    /** What is wanted of an answer. It may fail in the ways of web3j, which dereferences what a broken node leaves out. */
    interface Reading<A, R> {
        @Nullable
        R read(A answer);
    }

    <A extends Response<?>, R> R ask(Request<?, A> request, Reading<A, R> reading) {
        return read(request, send(request), reading);
    }

    /**
     * The same of a block by its tag. Chains without such a block, or before the first, answer with an error (execution-apis
     * has -39001 "Unknown block" for it); it counts as none. Any other error is none that tells of the chain.
     */
    <A extends Response<?>, R> Optional<R> askForTag(Request<?, A> request, Reading<A, Optional<R>> reading) {
        A answer = send(request);
        return isUnknown(answer.getError()) ? Optional.empty() : read(request, answer, reading);
    }

    private static boolean isUnknown(Response.@Nullable Error error) {
        return error != null
                && (error.getCode() == UNKNOWN_BLOCK
                        || error.getCode() == INVALID_PARAMETERS
                        || error.getMessage() != null
                                && UNKNOWN_TAG.matcher(error.getMessage()).find());
    }

    /** What the call returns, in hex; empty where it fails on the chain. */
    Optional<String> run(Request<?, EthCall> request) {
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

    private <A extends Response<?>> A send(Request<?, A> request) {
        try {
            return Objects.requireNonNull(request.send());
        } catch (IOException e) {
            throw new ChainUnavailable("The node at " + address() + " does not answer: " + e.getMessage(), e);
        } catch (ClientConnectionException e) {
            // Its message holds the whole page.
            throw new ChainUnavailable(
                    "The node at " + address() + " answers " + request.getMethod() + " with HTTP status " + e.getCode(),
                    e);
        } catch (JacksonException | NullPointerException e) {
            throw unexpected(request, e);
        }
    }

    private <A extends Response<?>, R> R read(Request<?, A> request, A answer, Reading<A, R> reading) {
        try {
            if (answer.hasError()) {
                throw new ChainUnavailable("The node refuses " + request.getMethod() + ": "
                        + answer.getError().getMessage());
            }
            return Objects.requireNonNull(reading.read(answer));
        } catch (MessageDecodingException | NullPointerException | ArithmeticException | IllegalArgumentException e) {
            throw unexpected(request, e);
        }
    }

    private ChainUnavailable unexpected(Request<?, ?> request, RuntimeException e) {
        return new ChainUnavailable(
                "The node at " + address() + " answers " + request.getMethod() + " with something unexpected", e);
    }

    /** Scheme, host and port alone: hosted nodes carry their key in the path, others a password before the host. */
    private String address() {
        String port = rpc.getPort() < 0 ? "" : ":" + rpc.getPort();
        return rpc.getScheme() + "://" + rpc.getHost() + port;
    }

    @Override
    public void close() {
        node.shutdown();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
