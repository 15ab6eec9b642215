package dev.slipway.server.outgoing;

/** An address that this server sends nothing to. The message is a sentence for whoever gave the address. */
public final class AddressRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AddressRefused(String message) {
        super(message);
    }
}
