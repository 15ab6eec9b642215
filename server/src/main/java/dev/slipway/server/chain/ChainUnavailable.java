package dev.slipway.server.chain;

/** The node did not answer, or not in a way that can be relied on. It says nothing about what was asked for. */
public class ChainUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChainUnavailable(String message) {
        super(message);
    }

    public ChainUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
