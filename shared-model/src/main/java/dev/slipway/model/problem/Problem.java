package dev.slipway.model.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) with our stable code.
 *
 * @param detail what was wrong, what was expected and what to do, for a person
 * @param violations the fields at fault, empty where none can be named
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        ProblemCode code,
        @Nullable String detail,
        @Nullable List<Violation> violations) {

    public static Problem of(ProblemCode code, String detail, List<Violation> violations) {
        return new Problem(code.type(), code.title(), code.status(), code, detail, List.copyOf(violations));
    }
}
