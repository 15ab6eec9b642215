package dev.slipway.server.problem;

import dev.slipway.model.problem.Problem;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** The one place where what went wrong becomes an RFC 9457 answer. Nothing of the server's insides is in it. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int ERROR_ID_BYTES = 6;

    private final SecureRandom random;

    ProblemAdvice(SecureRandom random) {
        this.random = random;
    }

    @ExceptionHandler
    ResponseEntity<Problem> onProblem(ProblemException e) {
        HttpHeaders headers = new HttpHeaders();
        e.retryAfter().ifPresent(time -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(time.toSeconds())));
        return answer(
                e.code(), Objects.requireNonNullElse(e.getMessage(), e.code().title()), e.violations(), headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onUnreadableBody(HttpMessageNotReadableException e) {
        Throwable cause = e.getCause();
        if (e.getMostSpecificCause() instanceof BodyTooLargeException tooLarge) {
            return answer(ProblemCode.PAYLOAD_TOO_LARGE, tooLarge.sentence());
        }
        if (cause instanceof JacksonException json) {
            return answer(ProblemCode.BAD_REQUEST, UnreadableJson.sentence(json));
        }
        return answer(ProblemCode.BAD_REQUEST, "A JSON body is expected here, and this is none.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> onBadParameter(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return answer(ProblemCode.NOT_FOUND, "There is nothing at this address.");
        }
        return answer(ProblemCode.BAD_REQUEST, "\"" + e.getName() + "\" does not have the form expected here.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> onMissing(ServletRequestBindingException e) {
        return answer(
                ProblemCode.BAD_REQUEST,
                "A part of the request is missing: " + e.getBody().getDetail());
    }

    @ExceptionHandler
    ResponseEntity<Problem> onNothingThere(NoResourceFoundException e) {
        return answer(ProblemCode.NOT_FOUND, "There is nothing at this address.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> onMethod(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> allowed = Objects.requireNonNullElse(e.getSupportedHttpMethods(), Set.of());
        HttpHeaders headers = new HttpHeaders();
        headers.setAllow(allowed);
        return answer(
                ProblemCode.METHOD_NOT_ALLOWED,
                e.getMethod() + " is not possible here; possible are " + allowed + ".",
                List.of(),
                headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onMediaType(HttpMediaTypeNotSupportedException e) {
        return answer(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                "The body is " + e.getContentType() + "; expected here is one of " + e.getSupportedMediaTypes() + ".");
    }

    @ExceptionHandler
    ResponseEntity<Problem> onNotAcceptable(HttpMediaTypeNotAcceptableException e) {
        return answer(ProblemCode.BAD_REQUEST, "The answer here is one of " + e.getSupportedMediaTypes() + ".");
    }

    @ExceptionHandler
    ResponseEntity<Problem> onConflict(ConcurrencyFailureException e) {
        return answer(ProblemCode.CONFLICT, "This was changed by somebody else at the same moment. Read it again.");
    }

    /** The other side has gone or the stream has run its time; there is nobody to answer. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void onGone(Exception e) {
        log.debug("A connection ended early: {}", e.getMessage());
    }

    /** An answer could not be written. Where the other side has gone this is theirs to know, and nothing for the log. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> onUnwritten(HttpMessageNotWritableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AsyncRequestNotUsableException gone) {
                onGone(gone);
                return null;
            }
        }
        return onAnythingElse(e);
    }

    /** The boundary of the request: whatever is left is our fault, and the id joins the answer with the log. */
    @ExceptionHandler
    ResponseEntity<Problem> onAnythingElse(Exception e) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(codeOf(known.getStatusCode()), "The request was not understood.");
        }
        byte[] bytes = new byte[ERROR_ID_BYTES];
        random.nextBytes(bytes);
        String errorId = HexFormat.of().formatHex(bytes);
        log.error("Error {}", errorId, e);
        return answer(
                ProblemCode.INTERNAL,
                "Something went wrong on our side. Try again; if it stays, tell the operator the error id " + errorId
                        + ".");
    }

    static ProblemCode codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> ProblemCode.UNAUTHORIZED;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemCode.TOO_MANY_REQUESTS;
            default -> status.is4xxClientError() ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL;
        };
    }

    private static ResponseEntity<Problem> answer(ProblemCode code, String detail) {
        return answer(code, detail, List.of());
    }

    private static ResponseEntity<Problem> answer(ProblemCode code, String detail, List<Violation> violations) {
        return answer(code, detail, violations, new HttpHeaders());
    }

    private static ResponseEntity<Problem> answer(
            ProblemCode code, String detail, List<Violation> violations, HttpHeaders headers) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (code.status() == HttpStatus.UNAUTHORIZED.value()) {
            // RFC 9110, 15.5.2: by what somebody could say who they are.
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return ResponseEntity.status(code.status()).headers(headers).body(Problem.of(code, detail, violations));
    }
}
