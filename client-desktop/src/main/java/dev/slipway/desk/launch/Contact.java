package dev.slipway.desk.launch;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.launch.step.Steps;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.Operator;
import dev.slipway.desk.server.ServerApi;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.model.problem.ProblemCode;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server that was met and the chain on which it is paid.
 *
 * @param rpc the node of that chain that is asked here
 */
public record Contact(ServerApi server, Operator operator, Chain chain, URI rpc) {
    /** Chain id of the development chain and of anvil: play money. */
    private static final long DEVELOPMENT_CHAIN = 31337;

    static Contact with(LaunchRequest request, Dock dock, Steps steps, CancelSignal cancel) {
        ServerApi server = new ServerApi(dock.http(), request.server(), cancel);
        Operator operator = meet(server, dock.known(), steps);
        URI rpc = node(request, operator);
        return new Contact(server, operator, connect(dock, operator, rpc), rpc);
    }

    private static Operator meet(ServerApi server, KnownServers known, Steps steps) {
        steps.begin(Step.CONNECT);
        Operator operator = server.operator();
        KnownServers.Meeting meeting = known.meet(server.origin(), operator.address());
        String how = meeting == KnownServers.Meeting.FIRST ? " (first contact: its key is remembered)" : "";
        steps.finish(
                server.origin() + ", operator " + operator.address() + how,
                Map.of(
                        "serverUrl",
                        server.origin().text(),
                        "operator",
                        operator.address().hex()));
        return operator;
    }

    private static URI node(LaunchRequest request, Operator operator) {
        @Nullable URI rpc = request.chainRpc();
        @Nullable String told = operator.chainRpc();
        // A server on this machine may name a node on this machine; no other may choose where we connect to.
        boolean mayBeTheirs = rpc == null
                && operator.chainId() == DEVELOPMENT_CHAIN
                && request.server().isLoopback();
        if (mayBeTheirs && told != null && ServerOrigin.isLoopback(told)) {
            rpc = URI.create(told);
        }
        if (rpc == null) {
            throw new DeskException(
                    ProblemCode.USAGE,
                    "The payment goes over chain " + operator.chainId() + ": name a node of it with --chain-rpc URL.");
        }
        return rpc;
    }

    private static Chain connect(Dock dock, Operator operator, URI rpc) {
        Chain chain = new RpcChain(dock.http(), rpc);
        if (chain.chainId() != operator.chainId()) {
            throw new DeskException(
                    ProblemCode.WRONG_CHAIN,
                    "The server is paid on chain " + operator.chainId() + ", but the node at " + rpc + " follows chain "
                            + chain.chainId() + ". Name another with --chain-rpc.");
        }
        return chain;
    }
}
