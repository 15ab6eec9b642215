package dev.slipway.server.chain;

/** Whether this server reads payments off the chain; implemented where they are watched. */
public interface ChainWatch {

    /** Whether its last look failed, though the node may answer: it contradicts itself, or is on another chain. */
    boolean isFailing();
}
