package dev.slipway.desk.server;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The server's refusal: a problem document (RFC 9457), or an answer that is none. */
public final class ServerProblem extends DeskException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_QUOTED = 500;
    private static final int TOO_MANY = 429;

    private final int status;
    private final @Nullable Duration retryAfter;

    private ServerProblem(ProblemCode code, String message, int status, @Nullable Duration retryAfter) {
        super(code, message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** @param retryAfter the header of that name, null where there is none */
    static ServerProblem of(int status, byte[] body, @Nullable String retryAfter) {
        @Nullable Duration wait = RetryAfter.parse(retryAfter).orElse(null);
        JsonNode document = parse(body);
        @Nullable ProblemCode code = code(document.path("code").asString(""));
        String detail = document.path("detail").asString("");
        if (code == null) {
            return new ServerProblem(
                    status >= 500 ? ProblemCode.SERVER_UNREACHABLE : ProblemCode.BAD_REQUEST,
                    "The server answers with HTTP status " + status + (detail.isEmpty() ? "." : ": " + quoted(detail)),
                    status,
                    wait);
        }
        String sentence = detail.isEmpty() ? code.title() + "." : quoted(detail);
        return new ServerProblem(code, sentence + violations(document), status, wait);
    }

    public int status() {
        return status;
    }

    /** How long the server wants to be left alone, where it said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the request did nothing because there were too many, and may be sent again after a while that is not long. */
    boolean isForLater() {
        return status == TOO_MANY && retryAfter != null && retryAfter.compareTo(RetryAfter.LONGEST) <= 0;
    }

    /** Whether the same request may succeed a little later. */
    public boolean isTransient() {
        if (status == TOO_MANY && retryAfter != null) {
            return isForLater();
        }
        return status == TOO_MANY || status == 423 || status == 500 || (status >= 502 && status <= 504);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Json.LENIENT.readTree(body);
        } catch (JacksonException e) {
            // A proxy's page, perhaps: the status alone has to do.
            return Json.LENIENT.createObjectNode();
        }
    }

    private static @Nullable ProblemCode code(String text) {
        for (ProblemCode candidate : ProblemCode.values()) {
            if (candidate.code().equals(text)) {
                return candidate;
            }
        }
        return null;
    }

    private static String violations(JsonNode document) {
        List<String> fields = new ArrayList<>();
        for (JsonNode violation : document.path("violations")) {
            fields.add(violation.path("field").asString("") + ": "
                    + violation.path("message").asString(""));
        }
        return fields.isEmpty() ? "" : " (" + quoted(String.join("; ", fields)) + ")";
    }

    /** Text from outside: no control characters that would play with a terminal, and not without end. */
    private static String quoted(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= MAX_QUOTED ? printable : printable.substring(0, MAX_QUOTED) + "…";
    }
}
