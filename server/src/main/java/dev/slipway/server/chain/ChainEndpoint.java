package dev.slipway.server.chain;

import java.net.URI;

/** The node that is asked: its JSON-RPC address and the chain it must be on (EIP-155). */
public record ChainEndpoint(URI rpc, long chainId) {
    public ChainEndpoint {
        if (chainId <= 0) {
            throw new IllegalArgumentException("a chain id is a positive number, not " + chainId);
        }
    }
}
