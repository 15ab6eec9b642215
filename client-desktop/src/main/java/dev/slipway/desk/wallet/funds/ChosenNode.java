package dev.slipway.desk.wallet.funds;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerApi;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.problem.ProblemCode;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The node that a person named; where none is named, the development chain's node of the server that publications use. A
 * server on this machine may name a node on this machine; no other server chooses where we connect to.
 */
public final class ChosenNode implements NodeAddress {
    private final OkHttpClient http;
    private final Supplier<Optional<ServerOrigin>> server;
    private volatile String named;

    /**
     * @param named an address, or blank; changes on the window's thread
     * @param server that publications use; may block
     */
    public ChosenNode(OkHttpClient http, ObservableValue<String> named, Supplier<Optional<ServerOrigin>> server) {
        this.http = http;
        this.named = named.getValue();
        this.server = server;
        named.subscribe(address -> this.named = address);
    }

    @Override
    public Optional<URI> find() {
        String address = named.strip();
        return address.isEmpty() ? ofServer() : Optional.of(address(address));
    }

    private Optional<URI> ofServer() {
        return server.get()
                .filter(ServerOrigin::isLoopback)
                .map(origin -> new ServerApi(http, origin, new CancelSignal()).operator())
                .flatMap(operator -> Optional.ofNullable(operator.chainRpc()))
                .filter(ServerOrigin::isLoopback)
                .map(ChosenNode::address);
    }

    /** @throws DeskException {@code configuration} when it is none of HTTP */
    public static URI address(String address) {
        @Nullable HttpUrl url = HttpUrl.Companion.parse(address);
        if (url == null) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "\"" + address + "\" is no address of a node: expected one such as http://127.0.0.1:8545.");
        }
        return url.uri();
    }
}
