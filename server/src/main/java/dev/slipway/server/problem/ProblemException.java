package dev.slipway.server.problem;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that cannot be met, with the code and the sentence that the client gets. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public ProblemException(ProblemCode code, String detail, List<Violation> violations) {
        this(code, detail, violations, null);
    }

    /** @param retryAfter when the same request may go better, in whole seconds */
    public ProblemException(ProblemCode code, String detail, Duration retryAfter) {
        this(code, detail, List.of(), retryAfter);
    }

    private ProblemException(
            ProblemCode code, String detail, List<Violation> violations, @Nullable Duration retryAfter) {
        super(detail);
        this.code = code;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    public ProblemCode code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
