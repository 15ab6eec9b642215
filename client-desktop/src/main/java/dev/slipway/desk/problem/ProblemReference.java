package dev.slipway.desk.problem;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.ProblemCode;
import java.nio.charset.StandardCharsets;

/** What a failure is called on the screen and in the log, so that one is found by the other. */
public final class ProblemReference {
    private static final int DIGITS = 6;

    private ProblemReference() {}

    /** @return the same for an exception, by its code and its message */
    public static String of(DeskException problem) {
        return of(problem.code(), problem.getMessage());
    }

    /** @return such as {@code chain-unavailable-3fa81c}: the same words have the same name */
    public static String of(ProblemCode code, String message) {
        String digest = Hex.plain(Sha256.of(message.getBytes(StandardCharsets.UTF_8)));
        return code.code() + "-" + digest.substring(0, DIGITS);
    }
}
