package dev.slipway.server.chain;

import java.net.URI;

/** The real client, for tests of the modules that use it. */
public final class TestNode {
    private TestNode() {}

    public static ChainClient client(URI rpc) {
        return new Web3jChainClient(new ChainEndpoint(rpc, 31337));
    }
}
