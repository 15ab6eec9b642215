package dev.slipway.server.problem;

import java.io.IOException;

/** A JSON body goes on beyond what any of ours needs. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long most) {
        super("A JSON body has at most " + most + " bytes here.");
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
