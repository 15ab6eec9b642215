package dev.slipway.media.check;

import dev.slipway.model.problem.ProblemCode;

/** Ends the check of a publication at the first thing that does not hold; becomes the verdict. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String path;
    private final String detail;

    Refusal(ProblemCode code, String path, String message, String detail) {
        super(message);
        this.code = code;
        this.path = path;
        this.detail = detail;
    }

    CheckVerdict.Refused verdict() {
        return new CheckVerdict.Refused(code, path, String.valueOf(getMessage()), detail);
    }

    /** Compares one claim of the manifest with what the file holds. */
    static void unlessEqual(ProblemCode code, String path, String what, Object claimed, Object found) {
        if (!claimed.equals(found)) {
            throw differs(code, path, what, claimed, found);
        }
    }

    static Refusal differs(ProblemCode code, String path, String what, Object claimed, Object found) {
        return new Refusal(
                code,
                path,
                path + ": the manifest says " + what + " " + claimed + ", the file has " + found
                        + ". Prepare the video again and publish what comes out.",
                what + ": " + claimed + " != " + found);
    }
}
