package dev.slipway.desk.problem;

import dev.slipway.model.problem.ProblemCode;
import java.util.Objects;

/** An action that cannot go on. The message is for a person: what was wrong, what was expected and what to do. */
public class DeskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    public DeskException(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    public DeskException(ProblemCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), code.title());
    }

    public ProblemCode code() {
        return code;
    }
}
