package dev.slipway.server.problem;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.Problem;
import dev.slipway.model.problem.ProblemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** A refusal from where no controller has begun yet. */
public final class ProblemDocument {
    private ProblemDocument() {}

    /** Answers with what there is to say of a status alone. */
    public static void send(HttpServletResponse response, HttpStatusCode status) throws IOException {
        ProblemCode code = ProblemAdvice.codeOf(status);
        send(response, code, code.title() + ".");
    }

    /** Answers with it, whole; nothing may be written after it. */
    public static void send(HttpServletResponse response, ProblemCode code, String detail) throws IOException {
        byte[] body = Json.STRICT.writeValueAsBytes(Problem.of(code, detail, List.of()));
        response.setStatus(code.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
