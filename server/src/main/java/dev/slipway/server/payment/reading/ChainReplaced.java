package dev.slipway.server.payment.reading;

/** The node knows none of the blocks that were read before: it is on another chain, or its chain was thrown away. */
public final class ChainReplaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChainReplaced(String message) {
        super(message);
    }
}
