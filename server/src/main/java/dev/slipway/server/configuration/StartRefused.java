package dev.slipway.server.configuration;

import dev.slipway.model.problem.ProblemCode;

/** Why the server does not start, in words for the person who started it. Ends the process with exit code 1. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    public StartRefused(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    public StartRefused(ProblemCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
