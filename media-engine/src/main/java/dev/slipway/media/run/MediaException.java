package dev.slipway.media.run;

import dev.slipway.model.problem.ProblemCode;
import java.io.Serial;
import java.util.List;

/** The engine's refusal or failure, with a stable code and a sentence for the person who gave the file. */
public final class MediaException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final List<String> lastLines;

    public MediaException(ProblemCode code, String message) {
        this(code, message, List.of());
    }

    /** @param lastLines what an engine's process said last, for a log */
    public MediaException(ProblemCode code, String message, List<String> lastLines) {
        super(message);
        this.code = code;
        this.lastLines = List.copyOf(lastLines);
    }

    public MediaException(ProblemCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.lastLines = List.of();
    }

    public ProblemCode code() {
        return code;
    }

    /** What the engine's process said last, at most 40 lines; empty where it ended in order. */
    public List<String> lastLines() {
        return lastLines;
    }
}
