package dev.slipway.media.run;

import dev.slipway.model.problem.ProblemCode;
import java.io.Serial;

/** The engine's refusal or failure, with a stable code and a sentence for the person who gave the file. */
public final class MediaException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    public MediaException(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    public MediaException(ProblemCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
