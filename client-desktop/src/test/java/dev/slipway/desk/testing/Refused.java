package dev.slipway.desk.testing;

import dev.slipway.model.problem.ProblemCode;

/** What {@link SmallServer} answers with a problem. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final ProblemCode code;

    Refused(ProblemCode code) {
        this.code = code;
    }
}
